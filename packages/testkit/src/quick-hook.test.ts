import { readFileSync } from "node:fs";
import { join } from "node:path";
import { namesFiles, type Sources, saysTheSame, saysTheSameInEveryRole, scan } from "@authgraph/engine";
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

type States = readonly [before: Map<string, string>, after: Map<string, string>];

/** Some files of the pool, and the same with some of the edits. */
function edit(
  files: readonly number[],
  edited: readonly { readonly file: number; readonly at: number; readonly edit: number }[],
): States {
  const before = new Map(files.map((at, i) => [`${i}/file-${i}.yaml`, pool[at] ?? ""]));
  const after = new Map(before);
  for (const { file, at, edit } of edited) {
    const path = `${file % files.length}/file-${file % files.length}.yaml`;
    after.set(path, edits[edit]?.(after.get(path) ?? "", at) ?? "");
  }
  return [before, after];
}

test("whatever says the same makes nothing new or worse, and gives and takes no access", {
  timeout: 120_000,
}, async () => {
  let [same, other] = [0, 0];
  await fc.assert(
    fc.asyncProperty(change, async ({ files, edited }) => {
      const [before, after] = edit(files, edited);
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

/** Takes a text for each of the things that a flag may name. */
const naming = `#!/bin/sh
kube-apiserver --token-auth-file=/0/file-0.yaml --authentication-config=/1/file-1.yaml --authorization-config=/2/file-2.yaml
`;

test("whatever says the same in every role does so where another file names it", { timeout: 120_000 }, async () => {
  let same = 0;
  await fc.assert(
    fc.asyncProperty(change, async ({ files, edited }) => {
      const [before, after] = edit(files, edited);
      if (!looksTheSame(before, after) || !looksTheSameToOthers(before, after)) return;
      same++;
      for (const state of [before, after]) state.set("run.sh", naming);
      expect(await changeBetween(before, after)).toEqual({ findings: [], access: [], new: 0, worse: 0 });
    }),
    { numRuns: 200 },
  );
  expect(same).toBeGreaterThan(25);
});

function looksTheSameToOthers(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): boolean {
  return [...before].every(([path, text]) => {
    const now = after.get(path) ?? "";
    return text === now || saysTheSameInEveryRole({ path, text }, { path, text: now });
  });
}

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
