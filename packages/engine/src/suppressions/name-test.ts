/** What a name is compared with: letter by letter, but for a `*`. */
export interface NameTest {
  /** The only name that it holds for; undefined where there is a `*`. */
  readonly exact: string | undefined;
  readonly holds: (name: string) => boolean;
}

/**
 * A name as written in the configuration: nothing but a `*` is special, and it stands for any characters. In a path it
 * stays within its folder, and `**` stands for any folders.
 */
export function nameTest(written: string, form: "name" | "path" = "name"): NameTest {
  if (!written.includes("*")) return { exact: written, holds: (name) => name === written };
  if (form === "name") return { exact: undefined, holds: (name) => wildcardHolds(written, name) };
  const folders = written.split("/");
  return { exact: undefined, holds: (path) => foldersHold(folders, path.split("/")) };
}

/** Without a regular expression: patterns are input, and one of many `*` would keep that busy for hours. */
function wildcardHolds(pattern: string, name: string): boolean {
  return sequenceHolds([...pattern], [...name], "*", (wanted, given) => wanted === given);
}

function foldersHold(patterns: readonly string[], folders: readonly string[]): boolean {
  return sequenceHolds(patterns, folders, "**", (wanted, given) => wildcardHolds(wanted, given));
}

/** Whether items match one by one, where `any` stands for any number of them: after a failure the last `any` takes one more. */
function sequenceHolds(
  pattern: readonly string[],
  items: readonly string[],
  any: string,
  isSame: (wanted: string, given: string) => boolean,
): boolean {
  let at = 0;
  let lastAny = -1;
  let takenUpTo = 0;
  for (let item = 0; item < items.length; ) {
    const wanted = pattern[at];
    if (wanted === any) {
      lastAny = at++;
      takenUpTo = item;
    } else if (wanted !== undefined && isSame(wanted, items[item] ?? "")) {
      at++;
      item++;
    } else if (lastAny >= 0) {
      at = lastAny + 1;
      item = ++takenUpTo;
    } else return false;
  }
  return pattern.slice(at).every((one) => one === any);
}
