import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Run, scan } from "@authgraph/engine";
import { ruleset } from "@authgraph/ruleset";
import { describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
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

/** How many documents a text has, counted without our reader: separators by line, list items by another library. */
function countDocuments(path: string, text: string): number {
  if (!/\.(?:ya?ml|json)$/.test(path)) return 1;
  const chunks = text.replace(/^\ufeff/, "").split(/^---[^\S\n]*(?:#.*)?\r?$/m);
  if (chunks.length > 1 && chunks[0] === "") chunks.shift();
  return chunks.reduce((sum, chunk) => sum + countItems(chunk), 0);
}

function countItems(chunk: string): number {
  const document = parseDocument(chunk, { version: "1.1", strict: false, uniqueKeys: false, logLevel: "silent" });
  if (document.errors.length > 0) return 1;
  const items: unknown = document.get("items", true);
  const isList = typeof items === "object" && items !== null && "items" in items && Array.isArray(items.items);
  return isList ? Math.max(1, (items.items as unknown[]).length) : 1;
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
