/** Outlines said shortly: on a map of many areas they are most of the page. */

/**
 * The same outline with every corner told from the one before: `M10 10L11 9.5Z` becomes `M10 10l1-.5z`. Corners are
 * rounded to tenths before, so that no error adds up. Only M, L and Z are known, as our maps have no other.
 */
export function shortly(path: string): string {
  let [x, y] = [0, 0]
  return path.replace(/([ML])(-?[\d.]+) (-?[\d.]+)|Z/g, (all, letter: string | undefined, across, down) => {
    if (!letter) return 'z'
    const [nextX, nextY] = [tenths(across), tenths(down)]
    const [dx, dy] = [nextX - x, nextY - y]
    ;[x, y] = [nextX, nextY]
    return letter === 'M' ? `M${said(x)} ${said(y)}` : `l${said(dx)}${dy < 0 ? '' : ' '}${said(dy)}`
  })
}

const tenths = (number: string): number => Math.round(Number(number) * 10)
const said = (number: number): string => String(number / 10).replace(/^(-?)0\./, '$1.')
