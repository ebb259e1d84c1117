import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Run, scan } from "@authgraph/engine";
import { ruleset } from "@authgraph/ruleset";
import { describe, expect, test } from "vitest";
import { isMap, isSeq, parseDocument } from "yaml";
import { filesBelow, folderSources } from "./folder-sources.ts";
import { sharedMaterialMissing, sharedPath } from "./shared-material.ts";

const at = "2026-11-24T00:00:00Z";

async function scanFolder(folder: string): Promise<Run> {
  const result = await scan({
    sources: folderSources(folder),
    rules: ruleset,
    toolVersion: "0.0.0",
    kubernetesVersion: undefined,
    appliedNamespace: undefined,
    complete: false,
    at,
    onFile: () => {},
  });
  if (result.outcome === "refused") throw new Error(result.message);
  return result.run;
}

/**
 * How many documents a text has, counted without our reader: separators by line, list items by another library, JSON
 * values by their braces. What is no manifest at all is one document.
 */
function countDocuments(path: string, text: string): number {
  if (/^\s*\{\s*["}]/.test(text)) {
    const values = countJsonValues(text);
    if (values !== undefined && values !== 1) return values;
  }
  const isManifest = /\.(?:ya?ml|json)$/.test(path) || (!text.startsWith("#!") && /^(?:apiVersion|kind):/m.test(text));
  if (!isManifest) return 1;
  const chunks = text.replace(/^\ufeff/, "").split(/^---.*\r?$\n?/m);
  // A separator with text behind it is an error of its own.
  const broken = text.match(/^---[^\S\n]*[^\s#]/gm)?.length ?? 0;
  const unwritten = chunks.length > 1 ? Number(chunks[0] === "") + Number(chunks.at(-1) === "") : 0;
  return Math.max(1, chunks.reduce((sum, chunk) => sum + countItems(chunk), 0) - unwritten + broken);
}

/** Values one after the other, undefined where the braces do not match. */
function countJsonValues(text: string): number | undefined {
  let depth = 0;
  let values = 0;
  for (const [token] of text.replace(/"(?:[^"\\]|\\.)*"/gs, "").matchAll(/[{}]|[^\s{}]+/g)) {
    if (token === "{" && depth++ === 0) values++;
    else if (token === "}" && --depth < 0) return undefined;
    else if (token !== "{" && token !== "}" && depth === 0) values++;
  }
  return depth === 0 ? values : undefined;
}

function countItems(chunk: string): number {
  const document = parseDocument(chunk, { version: "1.1", strict: false, uniqueKeys: false, logLevel: "silent" });
  if (document.errors.length > 0 || !isMap(document.contents)) return 1;
  const items = document.contents.get("items", true);
  return isSeq(items) ? Math.max(1, items.items.length) : 1;
}

describe.each(["manifests", "templates", "flags"])("real files: %s", (name) => {
  const folder = sharedPath("corpus", name);

  test.skipIf(folder === undefined)(`every file and document is accounted for (${sharedMaterialMissing})`, async () => {
    if (folder === undefined) return;
    const run = await scanFolder(folder);
    const { coverage } = run;
    const files = filesBelow(folder);

    expect(coverage.filesSeen).toBe(files.length);
    expect(coverage.filesRead + coverage.filesSkipped.length).toBe(coverage.filesSeen);
    const counted = files.reduce(
      (sum, path) => sum + countDocuments(path, readFileSync(join(folder, path), "utf8")),
      0,
    );
    expect(coverage.documentsSeen).toBe(counted);
  });

  test.skipIf(folder === undefined)("every finding, hop and diagnostic has a place; the same run twice", async () => {
    if (folder === undefined) return;
    const [first, second] = [await scanFolder(folder), await scanFolder(folder)];
    for (const finding of first.findings) {
      expect(finding.place.origin.kind, finding.title).toBe("text");
      expect(finding.hops).toContainEqual(finding.place);
    }
    expect(summary(second)).toEqual(summary(first));
  });
});

function summary(run: Run): unknown {
  return run.findings.map(({ ruleId, title, fingerprint, score }) => ({ ruleId, title, fingerprint, score }));
}
