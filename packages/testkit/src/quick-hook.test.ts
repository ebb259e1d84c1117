import { readFileSync } from "node:fs";
import { join } from "node:path";
import { namesFiles, type Sources, saysTheSame, scan } from "@authgraph/engine";
import { parse } from "@authgraph/parser";
import { ruleset } from "@authgraph/ruleset";
import fc from "fast-check";
import { expect, test } from "vitest";
import { filesBelow, textSources } from "./folder-sources.ts";
import { checkoutPath } from "./shared-material.ts";

/** What people write who have a risk, and who have none: the cases of the rules, but for what no edit leaves readable. */
const pool = filesBelow(checkoutPath("rules"))
  .filter((path) => path.includes("/cases/") && /\.(?:ya?ml|sh|service|env|csv|conf)$/.test(path))
  .map((path) => readFileSync(join(checkoutPath("rules"), path), "utf8"));

/** Small changes as people make them: most say the same as before, some do not. */
const edits: readonly ((text: string, at: number) => string)[] = [
  (text, at) => atLine(text, at, (line) => `# a comment\n${line}`),
  (text, at) => atLine(text, at, (line) => `\n${line}`),
  (text, at) => atLine(text, at, (line) => `${line} # why`),
  (text, at) => atLine(text, at, (line) => line.replace(/\d+/, (digits) => `${Number(digits) + 1}`)),
  (text, at) => atLine(text, at, (line) => line.replace(/image: .*/, "image: other:2")),
  (text, at) => atLine(text, at, (line) => line.replace(/: ([a-z]+)$/, ': "$1"')),
  (text, at) => atLine(text, at, (line) => line.replace(/: ([a-z]+)$/, ": $1x")),
  (text, at) => atLine(text, at, () => ""),
  (text) => `${text}\n---\na: 1\n`,
  (text) => text.replaceAll("\n", "\r\n"),
  (text) => text.replace("metadata:", "metadata:\n  labels: {a: b}"),
];

function atLine(text: string, at: number, edit: (line: string) => string): string {
  const lines = text.split("\n");
  const index = at % lines.length;
  return lines.map((line, i) => (i === index ? edit(line) : line)).join("\n");
}

const change = fc.record({
  files: fc.array(fc.nat(pool.length - 1), { minLength: 1, maxLength: 4 }),
  edited: fc.array(fc.record({ file: fc.nat(3), at: fc.nat(60), edit: fc.nat(edits.length - 1) }), {
    minLength: 1,
    maxLength: 3,
  }),
});

test("whatever says the same makes nothing new or worse, and gives and takes no access", {
  timeout: 120_000,
}, async () => {
  let [same, other] = [0, 0];
  await fc.assert(
    fc.asyncProperty(change, async ({ files, edited }) => {
      const before = new Map(files.map((at, i) => [`${i}/file-${i}.yaml`, pool[at] ?? ""]));
      const after = new Map(before);
      for (const { file, at, edit } of edited) {
        const path = `${file % files.length}/file-${file % files.length}.yaml`;
        after.set(path, edits[edit]?.(after.get(path) ?? "", at) ?? "");
      }
      if (!looksTheSame(before, after)) {
        other++;
        return;
      }
      same++;
      expect(await changeBetween(before, after)).toEqual({ findings: [], access: [], new: 0, worse: 0 });
    }),
    { numRuns: 400 },
  );
  expect(Math.min(same, other)).toBeGreaterThan(50);
});

function looksTheSame(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): boolean {
  return [...before].every(([path, text]) => {
    const [was, is] = [parse({ path, text }), parse({ path, text: after.get(path) ?? "" })];
    return !namesFiles(was) && (text === after.get(path) || saysTheSame(was, is));
  });
}

async function changeBetween(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Promise<object> {
  const result = await scan({
    sources: sourcesOf(after),
    rules: ruleset,
    toolVersion: "0.0.0",
    kubernetesVersion: undefined,
    appliedNamespace: undefined,
    complete: false,
    at: "2026-11-24T00:00:00Z",
    onFile: () => {},
    before: { sources: sourcesOf(before), configuration: undefined, since: "before", trustChange: true },
  });
  if (result.outcome === "refused") return result;
  const { findings, change: told } = result.run;
  return { findings, access: told?.access, new: told?.risks.new, worse: told?.risks.worse };
}

function sourcesOf(files: ReadonlyMap<string, string>): Sources {
  return textSources(Object.fromEntries(files));
}
