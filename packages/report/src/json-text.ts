/** The value of a member: written at once, or as a list with one element to a line, asked for one by one. */
export type Member =
  | { readonly key: string; readonly value: unknown }
  | { readonly key: string; readonly list: Iterable<unknown> };

/** An object as JSON, piece by piece, so that no report stands in memory as a whole. */
export function* jsonObject(members: Iterable<Member>): Iterable<string> {
  let separator = "{\n";
  for (const member of members) {
    yield `${separator}${jsonText(member.key)}: `;
    if ("list" in member) yield* jsonList(member.list);
    else yield jsonText(member.value);
    separator = ",\n";
  }
  yield separator === "{\n" ? "{}" : "\n}";
}

/** A list, an element to each line. */
export function* jsonList(elements: Iterable<unknown>): Iterable<string> {
  let separator = "[\n";
  for (const element of elements) {
    yield separator + jsonText(element);
    separator = ",\n";
  }
  yield separator === "[\n" ? "[]" : "\n]";
}

/** What JSON lets through and a terminal would obey or hide. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
const ascii = /^[\x20-\x7e]*$/;

/** What the runners of GitHub and Azure obey anywhere in a line. */
const runnerCommand = /##(?=\[|vso\[)/gi;

/** JSON that is safe to print: the same value, what is invisible or would be obeyed written by number. */
export function jsonText(value: unknown, indent?: number): string {
  const json = JSON.stringify(value, null, indent) ?? "null";
  const text = json.includes("##") ? json.replace(runnerCommand, "#\\u0023") : json;
  if (ascii.test(text)) return text;
  // A line break in here can only be one of the indentation.
  return text.replace(unseen, (character) => (character === "\n" ? character : byNumber(character)));
}

function byNumber(character: string): string {
  let escaped = "";
  for (let i = 0; i < character.length; i++) {
    escaped += `\\u${character.charCodeAt(i).toString(16).padStart(4, "0")}`;
  }
  return escaped;
}
