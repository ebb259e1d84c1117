import { acceptingEntry, type Configuration, type Run, readConfiguration, scan } from "@authgraph/engine";
import { renderPretty } from "@authgraph/report";
import type { Finding } from "@authgraph/rules";
import { ruleset } from "@authgraph/ruleset";
import { describe, expect, test } from "vitest";
import { textSources } from "./folder-sources.ts";
import { type RuleCase, readRuleCases } from "./rule-cases.ts";
import { checkoutPath } from "./shared-material.ts";

// Whoever pastes what the output prints must be rid of the finding, and hear no complaint about what was pasted.

const ids = ruleset.map(({ metadata }) => metadata.id).filter((id) => !id.startsWith("suppression-"));

describe.each(ids)("what is printed to accept %s", (id) => {
  const cases = readRuleCases(checkoutPath("rules", id)).filter(({ kind }) => kind === "bad");

  test.each(cases.map((one) => [one.name, one] as const))("%s", async (_, one) => {
    const run = await runOf(one, one.texts);
    const about = run.findings.filter((finding) => all(finding).some(({ ruleId }) => ruleId === id));
    expect(about.length).toBeGreaterThan(0);
    for (const finding of about) {
      for (const accept of [asPrinted, byEntry]) {
        const { texts, configuration, gone } = accept(one.texts, finding, run);
        const after = await runOf(one, texts, configuration);
        const left = after.findings.flatMap(all);
        const told = left.filter(({ ruleId }) => ruleId.startsWith("suppression-"));
        expect(told.map(({ title }) => title)).toEqual([]);
        expect(after.diagnostics.length, "diagnostics").toBe(run.diagnostics.length);
        const fingerprints = new Set(left.map(({ fingerprint }) => fingerprint));
        expect(gone.filter(({ fingerprint }) => fingerprints.has(fingerprint)).map(({ title }) => title)).toEqual([]);
        // And nothing else is: what was found beside it still is.
        const others = run.findings.filter((other) => other !== finding && sharesNothing(other, finding));
        expect(others.filter((other) => !fingerprints.has(other.fingerprint)).map(({ title }) => title)).toEqual([]);
      }
    }
  });
});

function all(finding: Finding): readonly Omit<Finding, "folded">[] {
  return [finding, ...finding.folded];
}

/** No rule of the one speaks in the other: a comment above a line is about every place on it. */
function sharesNothing(one: Finding, other: Finding): boolean {
  const rules = new Set(all(one).map(({ ruleId }) => ruleId));
  return !all(other).some(({ ruleId }) => rules.has(ruleId));
}

interface Accepted {
  readonly texts: RuleCase["texts"];
  readonly configuration?: Configuration;
  /** What must not be told any more. */
  readonly gone: readonly Omit<Finding, "folded">[];
}

/** Follows what is printed below a finding. */
function asPrinted(texts: RuleCase["texts"], finding: Finding, run: Run): Accepted {
  const style = { color: false, width: Number.POSITIVE_INFINITY, hyperlinks: false, quiet: false, verbose: true };
  const printed = [...renderPretty({ ...run, findings: [finding] }, style)].join("");
  const [, path = "", line = "", comment = ""] = /to accept it: above (.+):(\d+): (# .*)$/m.exec(printed) ?? [];
  if (comment === "") {
    const command = /to accept it: authgraph suppress ([0-9a-f]+) --reason REASON/.exec(printed);
    expect(finding.fingerprint.startsWith(command?.[1] ?? "nothing printed")).toBe(true);
    return byEntry(texts, finding);
  }
  const lines = (texts[path] ?? "").split("\n");
  const indentation = /^\s*/.exec(lines[Number(line) - 1] ?? "")?.[0] ?? "";
  lines.splice(Number(line) - 1, 0, indentation + comment);
  // What shares its place with the finding is gone with it.
  const gone = all(finding).filter(({ place }) => place.origin === finding.place.origin);
  return { texts: { ...texts, [path]: lines.join("\n") }, gone };
}

/** The entry that `authgraph suppress` writes. */
function byEntry(texts: RuleCase["texts"], finding: Finding): Accepted {
  const text = JSON.stringify({ suppressions: [{ ...acceptingEntry(finding, finding.folded), reason: "REASON" }] });
  const read = readConfiguration({ path: "authgraph.yaml", text }, { rules: ruleset.map(({ metadata }) => metadata) });
  if (read.outcome === "wrong") throw new Error(read.problems.map(({ message }) => message).join("; "));
  const { subject, object } = finding.identity;
  const gone = all(finding).filter(({ identity }) => identity.subject === subject && identity.object === object);
  return { texts, configuration: read.configuration, gone };
}

async function runOf({ options }: RuleCase, texts: RuleCase["texts"], configuration?: Configuration): Promise<Run> {
  const result = await scan({
    ...options,
    sources: textSources(texts),
    configuration,
    rules: ruleset,
    toolVersion: "0.0.0",
    appliedNamespace: undefined,
    onFile: () => {},
  });
  if (result.outcome === "refused") throw new Error(result.message);
  return result.run;
}
