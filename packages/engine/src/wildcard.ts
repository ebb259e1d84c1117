/**
 * Whether a pattern is this text: `*` stands for any characters, and `anyOne`, where there is such a character, for one.
 *
 * Without a regular expression: a change that is scanned may have written the pattern, and one of many `*` would keep that
 * busy for hours. Here the last `*` takes one character more after each failure.
 */
export function wildcardMatches(pattern: string, text: string, anyOne?: string): boolean {
  let at = 0;
  let afterStar = -1;
  let takenUpTo = 0;
  for (let i = 0; i < text.length; ) {
    const wanted = pattern[at];
    if (wanted === "*") {
      afterStar = ++at;
      takenUpTo = i;
    } else if (wanted !== undefined && (wanted === text[i] || wanted === anyOne)) {
      at++;
      i++;
    } else if (afterStar >= 0) {
      at = afterStar;
      i = ++takenUpTo;
    } else return false;
  }
  while (pattern[at] === "*") at++;
  return at === pattern.length;
}
