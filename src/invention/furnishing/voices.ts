/** What children say, what they are good at, and what is hoped for with them: invented words, by age. */

export const voices: readonly { readonly until: number; readonly words: readonly string[] }[] = [
  {
    until: 3,
    words: [
      'Too young to say in words; settles when held and sung to.',
      'Reaches for the same blanket, and smiles at familiar faces.',
      'Likes water, and a quiet room at bedtime.',
    ],
  },
  {
    until: 8,
    words: [
      'I want my own bed with my dinosaur.',
      'I like it when somebody reads to me.',
      'Can I still see my brother?',
      'I don’t like shouting.',
      'I want to stay at my school.',
      'I like pancakes and going to the park.',
    ],
  },
  {
    until: 13,
    words: [
      'I want to stay at my school with my friends.',
      'I’d like a dog or a cat where I live.',
      'Please tell me things before they happen.',
      'I want to see my nan at weekends.',
      'I don’t want to move again.',
      'I like to know what’s for tea.',
      'I need somewhere quiet when I’m cross.',
    ],
  },
  {
    until: 99,
    words: [
      'I want people to ask me first.',
      'I need my own space, but not to be on my own all the time.',
      'I want to finish my course.',
      'I don’t want to be far from my family.',
      'I’d like to learn to cook properly.',
      'I’ve moved too many times. I want one place.',
      'I want to keep going to football.',
      'I’m all right once I trust someone.',
    ],
  },
]
export const strengths: readonly { readonly until: number; readonly words: readonly string[] }[] = [
  { until: 5, words: ['Curious', 'Sleeps well', 'Loves music', 'Laughs easily', 'Enjoys books'] },
  {
    until: 99,
    words: [
      'Kind to younger children',
      'Good at football',
      'Draws beautifully',
      'Funny',
      'Loves animals',
      'Works hard at school',
      'A loyal friend',
      'Good with their hands',
      'Loves to read',
      'Can cook',
      'Plays the drums',
      'Speaks two languages',
      'Honest about how they feel',
      'Keeps going when things are hard',
    ],
  },
]
export const outcomes = [
  'Feels safe and sleeps well.',
  'Sees family as planned, and enjoys it.',
  'Grows and thrives, with checks up to date.',
  'Goes to school every day.',
  'Stays in one home.',
  'Has a trusted adult to talk to.',
  'Learns to manage money, food and travel.',
]

/** How often each need is met with: more of the child's last home is a children's home, or is not registered. */
export const likely: Readonly<Record<string, number>> = {
  trauma: 0.36,
  attachment: 0.27,
  'mental-health': 0.17,
  adhd: 0.13,
  autism: 0.1,
  'speech-and-language': 0.1,
  'learning-disability': 0.09,
  'physical-aggression': 0.1,
  'self-harm': 0.08,
  'criminal-exploitation': 0.06,
  'sexual-exploitation': 0.04,
  'substance-use': 0.05,
  offending: 0.05,
  'eating-disorder': 0.015,
  'harmful-sexual-behaviour': 0.02,
  'fire-setting': 0.012,
  'harm-to-animals': 0.01,
  'complex-health': 0.03,
  'physical-disability': 0.03,
  'sensory-impairment': 0.02,
  'personal-care': 0.03,
  'mental-health-step-down': 0.004,
}
export const onlyOlder = new Set([
  'self-harm',
  'criminal-exploitation',
  'sexual-exploitation',
  'substance-use',
  'offending',
  'eating-disorder',
  'harmful-sexual-behaviour',
  'fire-setting',
  'mental-health-step-down',
])

export const stages: readonly {
  readonly until: number
  readonly says: readonly [string, readonly string[]]
}[] = [
  { until: 5, says: ['early-years', ['Nursery', 'Pre-school']] },
  { until: 11, says: ['primary', ['Primary School', 'Community Primary School']] },
  { until: 16, says: ['secondary', ['School', 'Academy', 'Community College']] },
  { until: 99, says: ['post-16', ['Sixth Form', 'College']] },
]
