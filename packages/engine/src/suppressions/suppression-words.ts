import { editDistance } from "@authgraph/rules";
import { type Located, located, type TextOrigin } from "@authgraph/source";
import { isDay } from "../configuration/values.ts";

/** What somebody wrote to accept a risk, taken apart. */
export type SuppressionWords =
  | {
      readonly outcome: "read";
      /** At least one, each at its place. */
      readonly rules: readonly Located<string>[];
      readonly until: Located<string> | undefined;
      readonly reason: string;
    }
  /** What is wrong with it, as the end of a sentence. */
  | { readonly outcome: "misspelt"; readonly problem: string };

/** A comment says beside that how far it reaches. */
export type CommentWords =
  | { readonly reach: "line" | "file"; readonly words: SuppressionWords }
  | { readonly reach: "unknown"; readonly problem: string };

const commentForm = "ignore[RULE] -- REASON";
const annotationForm = "RULE -- REASON";

/** Reads `ignore[rule, other] until=2027-01-31 -- reason`, and `ignore-file[…] …`. */
export function readComment(text: string, at: TextOrigin): CommentWords {
  const word = /^[^\s[]*/.exec(text)?.[0] ?? "";
  if (word !== "ignore" && word !== "ignore-file") {
    const meant = ["ignore", "ignore-file"].find((known) => editDistance(word, known) <= 2);
    const hint = meant === undefined ? `authgraph reads ${commentForm}` : `did you mean ${meant}?`;
    return { reach: "unknown", problem: word === "" ? `says nothing: ${hint}` : `"${word}" is no word of it: ${hint}` };
  }
  return { reach: word === "ignore" ? "line" : "file", words: readBracketed(text, word, at) };
}

function readBracketed(text: string, word: string, at: TextOrigin): SuppressionWords {
  const form = commentForm.replace("ignore", word);
  if (text[word.length] !== "[") return misspelt(`names no rule in brackets: ${form}`);
  const close = text.indexOf("]");
  if (close < 0) return misspelt(`lacks the closing bracket: ${form}`);
  const rules = namesIn(text, word.length + 1, close, at);
  return readRest(text, close + 1, rules, form, at);
}

/** Reads `rule, other until=2027-01-31 -- reason`. */
export function readAnnotation(text: string, at: TextOrigin): SuppressionWords {
  const end = /(?:^|\s)(?:--(?:\s|$)|\S+=)/.exec(text)?.index ?? text.length;
  return readRest(text, end, namesIn(text, 0, end, at), annotationForm, at);
}

function namesIn(text: string, from: number, to: number, at: TextOrigin): readonly Located<string>[] {
  return [...text.slice(from, to).matchAll(/[^\s,]+/g)].map(([name], index, all) => {
    const start = at.start + from + (all[index]?.index ?? 0);
    return located(name, { ...at, start, end: start + name.length });
  });
}

function readRest(
  text: string,
  from: number,
  rules: readonly Located<string>[],
  form: string,
  at: TextOrigin,
): SuppressionWords {
  const separator = /(?:^|\s)--(?:\s|$)/.exec(text.slice(from));
  const options = separator === null ? text.slice(from) : text.slice(from, from + separator.index);
  const reason = separator === null ? "" : text.slice(from + separator.index + separator[0].length).trim();
  if (rules.length === 0) return misspelt(`names no rule: ${form}`);
  if (rules.some(({ value }) => value.includes("*")))
    return misspelt("names its rules one by one, there is no wildcard");
  if (reason === "") return misspelt(`says no reason: ${form}`);

  let until: Located<string> | undefined;
  for (const match of options.matchAll(/\S+/g)) {
    const [option] = match;
    if (!option.startsWith("until="))
      return misspelt(`does not know "${option}": ${form}, with until=YYYY-MM-DD before --`);
    if (until !== undefined) return misspelt("says until= twice");
    const start = at.start + from + match.index + "until=".length;
    until = located(option.slice("until=".length), { ...at, start, end: start + option.length - "until=".length });
    if (!isDay(until.value)) return misspelt(`"${until.value}" is no day: until=YYYY-MM-DD`);
  }
  return { outcome: "read", rules, until, reason };
}

function misspelt(problem: string): SuppressionWords {
  return { outcome: "misspelt", problem };
}
