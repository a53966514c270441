/** What is worked out from things that seldom change is kept until one of them does. */

type Kept<Result> = { readonly of: readonly object[]; readonly result: Result }

/**
 * Remembers the last results, one for each question, and works one out anew when what it is made of is not the very
 * same objects as before. Cost: one comparison for each of them. Whoever asks must have been given them rightly.
 */
export function whileSame<Result>(
  most: number,
): (question: string, of: readonly object[], work: () => Result) => Result {
  const kept = new Map<string, Kept<Result>>()
  return (question, of, work) => {
    const last = kept.get(question)
    const same = last?.of.length === of.length && last.of.every((each, i) => each === of[i])
    const result = last && same ? last.result : work()
    kept.delete(question)
    kept.set(question, { of, result })
    if (kept.size > most) kept.delete(kept.keys().next().value!)
    return result
  }
}
