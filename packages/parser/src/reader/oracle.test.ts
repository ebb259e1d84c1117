import {
  canonicalRecord,
  checkoutPath,
  type ReaderRecord,
  readAsKubectl,
  readerRecords,
  sharedMaterialMissing,
  sharedPath,
} from "@authgraph/testkit";
import { describe, expect, it } from "vitest";
import { decodeBytes } from "./decode-bytes.ts";
import { readYamlBody } from "./read-documents.ts";
import { splitStream } from "./split-stream.ts";

/** What Go read from 475 written inputs and 3,000 mutations: `oracle/reader`; samples of both are in the checkout. */
const samples = [
  checkoutPath("fixtures", "oracle", "reader", "inputs.sample.jsonl"),
  checkoutPath("fixtures", "oracle", "reader", "mutations.sample.jsonl"),
  checkoutPath("fixtures", "oracle", "reader", "disagreements.jsonl"),
];
const recordings = ["inputs.jsonl", "mutations.jsonl"].map((name) => sharedPath("oracle", "reader", name));

describe.each(samples)("%s", (path) => check(readerRecords(path)));

describe.skipIf(recordings.includes(undefined))(`all recordings (else skipped: ${sharedMaterialMissing})`, () => {
  for (const path of recordings) check(path === undefined ? [] : readerRecords(path));
});

function check(records: readonly ReaderRecord[]): void {
  it("reads the same documents and refuses the same texts", () => {
    const differing = records.flatMap(({ name, bytes, docs, refused }) => {
      const wanted = { docs: docs.map(canonicalRecord), refused };
      const found = readAsKubectl(bytes);
      return JSON.stringify(wanted) === JSON.stringify(found) ? [] : [{ name, wanted, found }];
    });
    expect(differing).toEqual([]);
  });

  it("refuses the same texts when strict", () => {
    const differing = records.filter(
      ({ bytes, strictRefused }) => strictRefused !== undefined && isRefusedWhenStrict(bytes) !== strictRefused,
    );
    expect(differing.map(({ name }) => name)).toEqual([]);
  });

  it("cuts streams at the same places", () => {
    const differing = records.flatMap(({ name, bytes, chunks, splitRefused }) => {
      if (chunks === undefined) return [];
      const wanted = { chunks, splitRefused };
      const found = cut(bytes);
      return JSON.stringify(wanted) === JSON.stringify(found) ? [] : [{ name, wanted, found }];
    });
    expect(differing).toEqual([]);
  });
}

function isRefusedWhenStrict(bytes: Uint8Array): boolean {
  const { text, repaired } = decodeBytes(bytes);
  let refused = repaired;
  readYamlBody(text, true, ({ outcome }) => {
    if (outcome === "error") refused = true;
  });
  return refused;
}

/** Go's splitter ends each line with LF and drops a CR before it. */
function cut(bytes: Uint8Array): { readonly chunks: readonly string[]; readonly splitRefused: boolean } {
  const text = decodeBytes(bytes).text.replace(/^\ufeff/, "");
  const chunks: string[] = [];
  let splitRefused = false;
  splitStream(text, 0, (chunk) => {
    if (chunk.outcome === "error") splitRefused = true;
    else if (!splitRefused)
      chunks.push(
        text
          .slice(chunk.start, chunk.end)
          .replace(/\r?\n/g, "\n")
          .replace(/([^\n])$/, "$1\n"),
      );
  });
  return { chunks, splitRefused };
}
