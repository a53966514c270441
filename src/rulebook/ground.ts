/** Which text decides what a rule finds, and how sure we are that we read it as the Department does. */

/** The Department gives each rule a message and a coding, and the return a guide. */
export const deciders = {
  both: 'The message and the coding of DfE, which agree',
  message: 'The message of DfE',
  coding: 'The coding of DfE',
  guide: 'DfE’s guide to the return',
  tool: 'The tool that councils use; DfE has no such rule',
} as const

/** How sure we are, in a sentence. */
export const certainties = {
  sure: 'We are sure.',
  'fairly sure': 'We are fairly sure.',
  'not sure': 'We are not sure: ask DfE before you rely on it.',
} as const

export type Decider = keyof typeof deciders
export type Certainty = keyof typeof certainties

export type Ground = {
  readonly decides: Decider
  readonly sure: Certainty
  /** Why that text decides, or what the others say. */
  readonly why?: string
}

/** Both texts were read, and say the same. */
export const agreed: Ground = { decides: 'both', sure: 'sure' }

/** The coding was not at hand: the message was read beside what the tool that councils use makes of it. */
export const carriedOut: Ground = {
  decides: 'message',
  sure: 'fairly sure',
  why: 'The coding was not at hand; where we compared the tool that councils use, it agrees.',
}

export const ofTool: Ground = { decides: 'tool', sure: 'sure' }

export const byMessage = (why: string, sure: Certainty = 'fairly sure'): Ground => ({
  decides: 'message',
  sure,
  why,
})
export const byCoding = (why: string, sure: Certainty = 'sure'): Ground => ({ decides: 'coding', sure, why })
export const byGuide = (why: string, sure: Certainty = 'fairly sure'): Ground => ({
  decides: 'guide',
  sure,
  why,
})

/** In one or two sentences, for a page and a terminal. */
export const groundInWords = ({ decides, sure, why }: Ground): string =>
  [`${deciders[decides]}.`, why, certainties[sure]].filter(Boolean).join(' ')
