/** What a name is compared with: letter by letter, but for a `*`. */
export interface NameTest {
  /** The only name that it holds for; undefined where there is a `*`. */
  readonly exact: string | undefined;
  readonly holds: (name: string) => boolean;
}

/**
 * A name as written in the configuration: nothing but a `*` is special, and it stands for any characters.
 *
 * Without a regular expression: a change that is scanned may have written the name, and one of many `*` would keep that
 * busy for hours. Here the last `*` takes one more character after each failure.
 */
export function nameTest(written: string): NameTest {
  return written.includes("*")
    ? { exact: undefined, holds: (name) => wildcardHolds(written, name) }
    : { exact: written, holds: (name) => name === written };
}

function wildcardHolds(pattern: string, name: string): boolean {
  let at = 0;
  let afterStar = -1;
  let takenUpTo = 0;
  for (let i = 0; i < name.length; ) {
    const wanted = pattern[at];
    if (wanted === "*") {
      afterStar = ++at;
      takenUpTo = i;
    } else if (wanted !== undefined && wanted === name[i]) {
      at++;
      i++;
    } else if (afterStar >= 0) {
      at = afterStar;
      i = ++takenUpTo;
    } else return false;
  }
  return /^\**$/.test(pattern.slice(at));
}
