import { buildAccessGraph, buildInventory } from "@authgraph/graph";
import { loadApiResources, loadDefaultPolicy, loadKubeadmPolicy, newestMinor } from "@authgraph/kubernetes";
import { decodeBytes, parse, readDocuments } from "@authgraph/parser";
import { runRules } from "@authgraph/rules";
import { ruleset } from "@authgraph/ruleset";
import { parseEvents } from "js-yaml";
import { folderSources } from "../src/folder-sources.ts";
import { median } from "./measure.ts";

/** Milliseconds of one stage: the first time, and the median of later times. */
export interface Stage {
  readonly name: string;
  readonly cold: number;
  readonly warm: number;
}

/** Each stage of a scan alone, on what the stage before it made. */
export async function stages(folder: string): Promise<readonly Stage[]> {
  const shipped = { kubernetes: await loadDefaultPolicy(newestMinor), kubeadm: await loadKubeadmPolicy(newestMinor) };
  const resources = await loadApiResources(newestMinor);
  const measured: Stage[] = [];
  const stage = <T>(name: string, work: () => T): T => {
    const times: number[] = [];
    let result: T | undefined;
    for (let round = 0; round < 6; round++) {
      const start = performance.now();
      result = work();
      times.push(performance.now() - start);
    }
    measured.push({ name, cold: times[0] ?? 0, warm: median(times.slice(1)) });
    return result ?? work();
  };

  const sources = folderSources(folder);
  const files = stage("list and read the files", () =>
    [...sources.list()].flatMap((file) => (file.outcome === "read" ? [file] : [])),
  );
  const texts = stage("decode bytes", () => files.map(({ path, bytes }) => ({ path, text: decodeBytes(bytes).text })));
  stage("read documents", () => {
    for (const { text } of texts) readDocuments(text, "kubectl", () => {});
  });
  const facts = stage("parse (documents read again, objects decoded)", () =>
    texts.map((source) => ({ path: source.path, facts: parse(source).facts })),
  );
  const inventory = stage("build the inventory", () =>
    buildInventory({ texts: facts, shipped, namespaceOf: () => undefined, complete: false }),
  );
  const graph = stage("build the graph", () => buildAccessGraph(inventory));
  stage("run the rules", () => runRules(ruleset, { graph, minor: newestMinor, at: "2026-01-01T00:00:00Z", resources }));
  return measured;
}

/** Our reader over js-yaml's events alone, both warm, on the same texts: the ratio of their medians. */
export function readerAgainstEvents(folder: string): number {
  const texts = [...folderSources(folder).list()].flatMap((file) =>
    file.outcome === "read" ? [decodeBytes(file.bytes).text] : [],
  );
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < 12; round++) {
    ours.push(timed(texts, (text) => readDocuments(text, "kubectl", () => {})));
    theirs.push(timed(texts, (text) => parseEvents(text, { maxDepth: 10_000 })));
  }
  return median(ours.slice(4)) / median(theirs.slice(4));
}

function timed(texts: readonly string[], read: (text: string) => unknown): number {
  const start = performance.now();
  for (const text of texts) read(text);
  return performance.now() - start;
}
