/** What XML 1.0 (§2.2 Char) forbids, however it is written. */
const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/**
 * What is markup, what a parser would make a blank in an attribute (§3.3.3), what nobody would see, and `##[` or
 * `##vso[`, which the runners of GitHub and Azure obey anywhere in a line.
 */
const special = /[&<>"']|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|#(?=#(?:\[|vso\[))/giu;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Characters as they may stand in an attribute or an element: the same text without what XML cannot hold. */
export function xmlText(text: string): string {
  return text
    .replace(forbidden, "")
    .replace(special, (character) => entities[character] ?? `&#${character.codePointAt(0) ?? 0};`);
}
