import { wildcardMatches } from "../wildcard.ts";

/** What a name is compared with: letter by letter, but for a `*`. */
export interface NameTest {
  /** The only name that it holds for; undefined where there is a `*`. */
  readonly exact: string | undefined;
  readonly holds: (name: string) => boolean;
}

/** A name as written in the configuration: nothing but a `*` is special, and it stands for any characters. */
export function nameTest(written: string): NameTest {
  return written.includes("*")
    ? { exact: undefined, holds: (name) => wildcardMatches(written, name) }
    : { exact: written, holds: (name) => name === written };
}
