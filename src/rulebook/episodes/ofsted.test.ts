/** Episodes beside Ofsted's lists: premises of one URN, blanks, and the very day a registration ends. */

import { suite, test } from 'node:test'
import { flags } from '../fixtures.ts'

suite("episodes beside Ofsted's lists", () => {
  test('a provider with several premises may be used as any of them may', () => {
    flags('219', {
      Episodes: ['URN=7, PLACE=K3', 'URN=7, PLACE=K2', '! URN=7, PLACE=R3', 'URN=7, PLACE='],
      providers: ['URN=7, PLACE_CODES=K3', 'URN=7, PLACE_CODES=K2'],
    })
    flags('224', {
      Episodes: ['URN=7, PLACE_PROVIDER=PR5', '! URN=7, PLACE_PROVIDER=PR2'],
      providers: ['URN=7, PROVIDER_CODES=PR4', 'URN=7, PROVIDER_CODES=PR5'],
    })
    flags('221', {
      Episodes: ['URN=7, PLACE=K3, PL_POST=st159ab', '! URN=7, PLACE=K3, PL_POST=ST15 9AC'],
      providers: ['URN=7, POSTCODE=ST15 9AA', 'URN=7, POSTCODE=ST15 9AB'],
    })
    flags('227', {
      Episodes: ['URN=7, DECOM=02/06/2026', '! URN=7, DECOM=03/06/2026'],
      providers: ['URN=7, REG_END=01/06/2026', 'URN=7, REG_END=03/06/2026'],
    })
  })

  test('a URN that is in no list is the matter of one rule', () => {
    const example = {
      Episodes: ['URN=8, PLACE=K2, PLACE_PROVIDER=PR1, PL_POST=ST15 9AC, DECOM=02/06/2026'],
      providers: ['URN=7'],
    }
    for (const code of ['219', '221', '224', '227', '228', '229']) flags(code, example)
    flags('1008', { ...example, Episodes: [`! ${example.Episodes[0]}`] })
  })

  test('a list that says nothing of a home does not bear out what the return says', () => {
    flags('219', { Episodes: ['! URN=7, PLACE=K2'], providers: ['URN=7'] })
    flags('224', { Episodes: ['! URN=7, PLACE_PROVIDER=PR4'], providers: ['URN=7'] })
    flags('221', { Episodes: ['! URN=7, PLACE=S1, PL_POST=ST15 9AC'], providers: ['URN=7'] })
    flags('229', {
      Episodes: ['! URN=7, PLACE_PROVIDER=PR1', 'URN=7, PLACE_PROVIDER=PR2'],
      providers: ['URN=7'],
    })
  })

  test('an episode without an end goes on to the end of the year', () => {
    flags('228', {
      Episodes: ['URN=7', '! URN=8', 'URN=8, DEC=31/02/2027'],
      providers: ['URN=7, REG_END=31/03/2027', 'URN=8, REG_END=30/03/2027'],
    })
  })

  test('a URN is compared as it is written', () => {
    flags('1008', { Episodes: ['URN=7', '! URN=xxxxxxx', '! URN=07'], providers: ['URN=7'] })
  })
})
