/** Names for invented people, homes and organisations. Any likeness to a real one is chance. */

import { type Chance, type Weights, happens, pick, weighted } from './chance.ts'

const list = (words: string): readonly string[] => words.split(' ')

const girls = list(
  `Amara Bethan Briony Callie Cora Daisy Delphi Edie Elowen Esme Fern Flora Freya Hattie Hollie Imogen
Iris Isla Jessamy Juno Keira Lacey Lila Lottie Mabel Maisie Marnie Mia Nell Niamh Orla Pippa Poppy Rosa Ruby Saffron
Sky Tansy Thea Tilly Willow Wren Zara`.replaceAll('\n', ' '),
)
const boys = list(
  `Alfie Archie Arlo Bailey Barnaby Bodhi Caleb Cody Corin Dexter Dylan Ellis Ethan Ezra Felix Finley
Frankie Harvey Hugo Jago Jasper Jayden Jude Kai Kit Leo Levi Logan Luca Max Milo Ned Noah Ollie Oscar Reuben Riley Rory
Rowan Sonny Teddy Theo Toby Tyler Zac`.replaceAll('\n', ' '),
)
const asian = {
  girls: list('Aisha Anaya Fariha Hiba Inaya Leena Mahira Nadia Priya Safa Sana Zoya'),
  boys: list('Adeel Arjun Ayaan Bilal Faizan Hamza Imran Kabir Rafi Rohan Sami Zain'),
  families: list(
    'Amanvi Baroli Chandari Dharvesh Farooqan Hasnavi Janjuri Kalimar Mirzani Rahmandi Siddiqar Vasari',
  ),
}
const african = {
  girls: list('Abeni Adaeze Amina Efua Folami Kezia Makena Naima Safiya Tiwa Yaa Zahra'),
  boys: list('Ade Chidi Ekow Femi Jabari Kofi Kwame Obi Sekou Tau Tunde Yaw'),
  families: list(
    'Abanta Adekoro Bosumani Chikore Danquari Ekwema Kamoro Mensari Ngozani Okonda Olawemi Tembani',
  ),
}
const seeking = {
  girls: list('Feven Helen Luwam Mihret Rojin Selam Shilan Yordanos'),
  boys: list(
    'Ahmad Aran Biniam Dara Farid Hozan Idris Karwan Kidane Mustafa Nasir Omid Robel Samal Yonas Zalmai',
  ),
  families: list(
    'Abrahami Azizan Berhanet Dawlat Gebrani Habtari Haidaran Karimel Nuri Qaderan Stanekar Tesfari Zemari',
  ),
}

const firsts = list(
  `Alder Amber Arn Ash Barley Beck Birch Bram Brook Cald Chalk Clover Cop Dove Drift Elder Elm Fallow
Fen Fern Finch Fox Gorse Hare Haven Hawk Hazel Heron High Holm Ivy Kestrel Lang Lark Linnet Long Lyn Marl Meadow Mill
Moss Nether North Oak Orchard Otter Over Park Plover Quill Raven Reed Rook Rush Sand Sedge Selwyn Sorrel Stan Starl
Swan Swift Tam Tarn Teasel Thistle Thorn Thrush Wag West Whin Wil Win Wood Wynd Yarrow Yew`.replaceAll(
    '\n',
    ' ',
  ),
)
const lasts = list(
  `acre bank beck bourne bury by combe cote croft dale dean den down fell field ford gate ham hanger
haven holme hope hurst land ley low mead mere more ness nook over rick ridge rise shaw side stead stoke stow thorpe
ton wade water way well wick wold worth`.replaceAll('\n', ' '),
)

const houses: Weights<string> = [
  ['House', 40],
  ['Lodge', 14],
  ['Cottage', 12],
  ['View', 10],
  ['Farm', 5],
  ['Place', 8],
  ['Court', 5],
  ['Gardens', 6],
]

/** A word for a place that is on no map we know of: Larkrise, Fenhurst. */
export const placeName = (by: Chance): string => pick(by, firsts) + pick(by, lasts)
export const houseName = (by: Chance): string => `${placeName(by)} ${weighted(by, houses)}`

export type Heritage = 'white' | 'mixed' | 'asian' | 'african' | 'seeking'

export function givenName(by: Chance, sex: 'M' | 'F', heritage: Heritage): string {
  const [forGirls, forBoys] = givenNames(by, heritage)
  return pick(by, sex === 'F' ? forGirls : forBoys)
}

function givenNames(by: Chance, heritage: Heritage): readonly [readonly string[], readonly string[]] {
  if (heritage === 'asian') return [asian.girls, asian.boys]
  if (heritage === 'african') return [african.girls, african.boys]
  if (heritage === 'seeking') return [seeking.girls, seeking.boys]
  if (heritage === 'mixed' && happens(by, 0.3)) return [african.girls, african.boys]
  return [girls, boys]
}

export function familyName(by: Chance, heritage: Heritage): string {
  if (heritage === 'asian') return pick(by, asian.families)
  if (heritage === 'african') return pick(by, african.families)
  if (heritage === 'seeking') return pick(by, seeking.families)
  return placeName(by)
}

/** Somebody at work: a given name and a family name. */
export function personName(by: Chance): string {
  const heritage = weighted<Heritage>(by, [
    ['white', 78],
    ['mixed', 4],
    ['asian', 10],
    ['african', 8],
  ])
  return `${givenName(by, happens(by, 0.7) ? 'F' : 'M', heritage)} ${familyName(by, heritage)}`
}

/** The part of an address that a name or an organisation makes: `isle-of-wight`. */
export const slug = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/\(.*?\)|['’]/g, '')
    .replaceAll('&', 'and')
    .trim()
    .replaceAll(/[^a-z]+/g, '-')
    .replaceAll(/^-|-$/g, '')
