import type { RuleMetadata } from "@authgraph/rules";

/** The page of a rule, in Markdown: what it finds, why that matters, what to do, what else speaks of it. */
export function renderRule(rule: RuleMetadata): string {
  const { id, title, severity, extended, since, needs, aliases } = rule;
  const facts: readonly (readonly [string, string])[] = [
    ["Rule", `\`${id}\``],
    ["Usual severity", severity],
    ["Off unless", extended ? "`--rules-extended`" : ""],
    ["Needs", needs.join(", ")],
    ["Elsewhere", aliases.map((alias) => `\`${alias}\``).join(", ")],
    ["Since", since],
  ];
  const table = facts.filter(([, value]) => value !== "").map(([name, value]) => `| ${name} | ${value} |`);
  return `${[`# ${title}`, ["| | |", "|---|---|", ...table].join("\n"), ...ruleSections(rule, "##")].join("\n\n")}\n`;
}

/** Why, what to do, controls and references, under headings of the given depth. */
export function ruleSections(
  { why, remedy, controls, references }: RuleMetadata,
  heading: "##" | "###",
): readonly string[] {
  const section = (title: string, body: string): readonly string[] =>
    body === "" ? [] : [`${heading} ${title}`, body];
  const list = (entries: readonly string[]): string => entries.map((entry) => `- ${entry}`).join("\n");
  return [
    ...(why === "" ? [] : [why.trim()]),
    ...section("What to do", remedy.trim()),
    ...section("Controls", list(controls)),
    ...section("References", list(references.map(linked))),
  ];
}

function linked(reference: string): string {
  return /^https?:\/\/\S+$/.test(reference) ? `<${reference}>` : reference;
}
