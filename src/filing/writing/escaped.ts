/** Words as XML 1.0 can hold them. */

/** What XML cannot hold at all, most control characters and halves of letters, is written as a question mark. */
export const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, held)

const held = (sign: string): string =>
  sign === '\r' ? '&#13;' : sign === '\t' || sign === '\n' || /[\u0080-\u009F]/.test(sign) ? sign : '?'
