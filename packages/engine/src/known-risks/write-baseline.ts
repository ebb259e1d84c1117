import { accessWords } from "@authgraph/graph";
import { baselineVersion } from "./baseline.ts";
import type { KnownRisk } from "./known-risk.ts";
import { shippedRoleWords } from "./shipped-roles.ts";

/**
 * A baseline as JSON: sorted by what people would look for, a member to a line, nothing of it about lines, paths or time,
 * so that it differs only where what was found does.
 */
export function* baselineText(entries: Iterable<KnownRisk>, toolVersion: string): Iterable<string> {
  yield `{\n  "version": ${baselineVersion},\n  "tool": ${JSON.stringify(toolVersion)},\n  "entries": [`;
  let before = "\n";
  for (const entry of [...entries].sort(byRuleAndSubject)) {
    yield `${before}    {\n${membersOf(entry).join(",\n")}\n    }`;
    before = ",\n";
  }
  yield before === "\n" ? "]\n}\n" : "\n  ]\n}\n";
}

function membersOf(entry: KnownRisk): readonly string[] {
  const { fingerprint, ruleId, cluster, severity, confidence, title, identity, access, shipped } = entry;
  const member = (key: string, value: string): string => `      ${JSON.stringify(key)}: ${JSON.stringify(value)}`;
  return [
    member("fingerprint", fingerprint),
    member("rule", ruleId),
    member("cluster", cluster),
    member("severity", severity),
    // What a documented default is assumed for is as good as certain.
    ...(confidence === "possible" ? [member("confidence", confidence)] : []),
    member("title", title),
    member("subject", identity.subject),
    member("object", identity.object),
    `      "access": ${listText([...access.map((one) => accessWords(one)), ...shipped.map(shippedRoleWords)].sort())}`,
  ];
}

function listText(words: readonly string[]): string {
  if (words.length === 0) return "[]";
  return `[\n${words.map((one) => `        ${JSON.stringify(one)}`).join(",\n")}\n      ]`;
}

function byRuleAndSubject(a: KnownRisk, b: KnownRisk): number {
  return (
    byText(a.cluster, b.cluster) ||
    byText(a.ruleId, b.ruleId) ||
    byText(a.identity.subject, b.identity.subject) ||
    byText(a.identity.object, b.identity.object)
  );
}

function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
