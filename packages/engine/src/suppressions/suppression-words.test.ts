import { textOrigin } from "@authgraph/source";
import { describe, expect, test } from "vitest";
import { readAnnotation, readComment, type SuppressionWords } from "./suppression-words.ts";

/** As a line: what was read, or what is wrong. */
function shown(words: SuppressionWords): string {
  if (words.outcome === "misspelt") return `misspelt: ${words.problem}`;
  const { rules, until, reason } = words;
  return `${rules.map(({ value }) => value).join("+")} until ${until?.value ?? "ever"}: ${reason}`;
}

const form = "ignore[RULE] -- REASON";

test.each([
  ["ignore[a-b] -- why", "line a-b until ever: why"],
  ["ignore[a-b,c-d] -- why", "line a-b+c-d until ever: why"],
  ["ignore[ a-b , c-d ] --  why -- and more ", "line a-b+c-d until ever: why -- and more"],
  ["ignore-file[a-b] until=2028-02-29 -- why", "file a-b until 2028-02-29: why"],
  ["ignore[a-b]", `line misspelt: says no reason: ${form}`],
  ["ignore[a-b] --", `line misspelt: says no reason: ${form}`],
  ["ignore[a-b] why", `line misspelt: says no reason: ${form}`],
  ["ignore[a-b]-- why", "line a-b until ever: why"],
  ["ignore[a-b] --why", `line misspelt: says no reason: ${form}`],
  ["ignore a-b -- why", `line misspelt: names no rule in brackets: ${form}`],
  ["ignore-file -- why", "file misspelt: names no rule in brackets: ignore-file[RULE] -- REASON"],
  ["ignore[a-b -- why", `line misspelt: lacks the closing bracket: ${form}`],
  ["ignore[] -- why", `line misspelt: names no rule: ${form}`],
  ["ignore[*] -- why", "line misspelt: names its rules one by one, there is no wildcard"],
  ["ignore[a-b] until=2027-02-29 -- why", 'line misspelt: "2027-02-29" is no day: until=YYYY-MM-DD'],
  ["ignore[a-b] until=tomorrow -- why", 'line misspelt: "tomorrow" is no day: until=YYYY-MM-DD'],
  ["ignore[a-b] until=2027-01-01 until=2028-01-01 -- why", "line misspelt: says until= twice"],
  [
    "ignore[a-b] before=2027-01-01 -- why",
    `line misspelt: does not know "before=2027-01-01": ${form}, with until=YYYY-MM-DD before --`,
  ],
  ["ignroe[a-b] -- why", 'misspelt: "ignroe" is no word of it: did you mean ignore?'],
  ["ignore-fiel[a-b] -- why", 'misspelt: "ignore-fiel" is no word of it: did you mean ignore-file?'],
  ["disable a-b", `misspelt: "disable" is no word of it: authgraph reads ${form}`],
  ["", `misspelt: says nothing: authgraph reads ${form}`],
])("# authgraph: %s", (text, expected) => {
  const said = readComment(text, textOrigin({ path: "a.yaml", text }, 0, text.length));
  expect(said.reach === "unknown" ? `misspelt: ${said.problem}` : `${said.reach} ${shown(said.words)}`).toBe(expected);
});

test.each([
  ["a-b -- why", "a-b until ever: why"],
  ["a-b, c-d until=2027-01-31 -- why", "a-b+c-d until 2027-01-31: why"],
  ["a-b", "misspelt: says no reason: RULE -- REASON"],
  ["-- why", "misspelt: names no rule: RULE -- REASON"],
  ["* -- why", "misspelt: names its rules one by one, there is no wildcard"],
])("authgraph.dev/ignore: %s", (text, expected) => {
  expect(shown(readAnnotation(text, textOrigin({ path: "a.yaml", text }, 0, text.length)))).toBe(expected);
});

describe("places", () => {
  test("each rule and the day are where they are written", () => {
    const text = "x: 1 # authgraph: ignore[a-b, c-d] until=2027-01-31 -- why";
    const said = readComment(text.slice(18), textOrigin({ path: "a.yaml", text }, 18, text.length));
    const located = said.reach !== "unknown" && said.words.outcome === "read" ? said.words : undefined;
    const slices = [...(located?.rules ?? []), located?.until].map((one) =>
      one?.origin.kind === "text" ? text.slice(one.origin.start, one.origin.end) : undefined,
    );
    expect(slices).toEqual(["a-b", "c-d", "2027-01-31"]);
  });
});
