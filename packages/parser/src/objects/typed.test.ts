import { readFileSync } from "node:fs";
import { checkoutPath, sharedMaterialMissing, sharedPath } from "@authgraph/testkit";
import { describe, expect, it } from "vitest";
import { parse } from "../parse.ts";
import { readDocuments } from "../reader/read-documents.ts";
import { compareWithType } from "./conformity.ts";
import { writtenType } from "./decode-object.ts";
import { objectKind } from "./object-kinds.ts";

/** What Go's typed and unstructured decoders made of a text. */
interface Recorded {
  readonly id: string;
  readonly inputBase64: string;
  /** `lax: …`, `strict: …`, `yaml-lax: …`, `yaml-strict: …`: an object or `ERR text`. */
  readonly typed?: readonly string[] | null;
  readonly unstructured?: readonly string[] | null;
}

/** Lax and strict errors of the first document, for the kinds we know; undefined where Go's scheme has more than we. */
function weSay(text: string): Record<"lax" | "strict", string> | undefined {
  let said: Record<"lax" | "strict", string> | undefined;
  const source = { path: "a.yaml", text };
  readDocuments(text, "kubectl", (document) => {
    if (said !== undefined || document.outcome !== "value") return;
    const { tree } = document;
    const { apiVersion, kind } = writtenType({ source, tree }, tree.root);
    const known = objectKind(apiVersion ?? "", kind ?? "");
    if (known === undefined) return;
    const { error, unknownFields } = compareWithType(tree, tree.root, known.type);
    const unknown = unknownFields.map((field) => `unknown field "${field.text}"`).join(", ");
    const strict = unknown === "" ? "" : `strict decoding error: ${unknown}`;
    said = { lax: error?.text ?? "", strict: error?.text ?? strict };
  });
  return said;
}

function goSays(recorded: readonly string[], mode: "lax" | "strict"): string | undefined {
  const line = recorded.find((entry) => entry.startsWith(`${mode}: `));
  if (line === undefined) return undefined;
  const error = /^\w+: ERR (.*?)(?: [-{].*)?$/s.exec(line)?.[1];
  return error ?? "";
}

function typedDisagreements(recorded: readonly Recorded[]): readonly unknown[] {
  return recorded.flatMap(({ id, inputBase64, typed }) => {
    const text = Buffer.from(inputBase64, "base64").toString("utf8");
    const ours = weSay(text);
    if (ours === undefined || typed === undefined || typed === null) return [];
    return (["lax", "strict"] as const).flatMap((mode) => {
      const theirs = goSays(typed, mode);
      // Of JSON, strict decoding also says which fields come twice; those are facts of their own here.
      if (theirs === undefined || theirs.includes("duplicate field") || theirs === ours[mode]) return [];
      return [{ id, mode, ours: ours[mode], theirs }];
    });
  });
}

/** How many objects kubectl makes of a list, and which of them are refused. */
function listDisagreements(recorded: readonly Recorded[]): readonly unknown[] {
  return recorded.flatMap(({ id, inputBase64, unstructured }) => {
    const [line = ""] = unstructured ?? [];
    const list = /^\*unstructured\.UnstructuredList list=true .*? (\{.*)$/s.exec(line);
    if (list === null) return [];
    const items: readonly { readonly items?: unknown; readonly kind?: string; readonly apiVersion?: string }[] =
      JSON.parse(list[1] ?? "").items;
    const theirs =
      items.length === 0
        ? ["empty"]
        : items.map((item) =>
            item.items === undefined && (item.kind ?? "") !== "" && (item.apiVersion ?? "") !== ""
              ? "passed on"
              : "refused",
          );
    const text = Buffer.from(inputBase64, "base64").toString("utf8");
    const ours = parse({ path: "a.yaml", text }).documents.map(({ outcome }) =>
      outcome === "empty" || outcome === "refused" ? outcome : "passed on",
    );
    // What is passed on may still be no valid object.
    const agree =
      ours.length === theirs.length && theirs.every((their, i) => their === ours[i] || their === "passed on");
    return agree ? [] : [{ id, ours, theirs }];
  });
}

function recordings(path: string): readonly Recorded[] {
  return readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line): Recorded => JSON.parse(line));
}

const all = sharedPath("oracle/reader/inputs.jsonl");

describe("objects are decoded as Go does", () => {
  it("a sample of the recordings", () => {
    const sample = recordings(checkoutPath("fixtures/oracle/typed.sample.jsonl"));
    expect(sample.length).toBeGreaterThan(10);
    expect(typedDisagreements(sample)).toEqual([]);
    expect(listDisagreements(sample)).toEqual([]);
  });

  it.skipIf(all === undefined)(`all recordings${all === undefined ? `: ${sharedMaterialMissing}` : ""}`, () => {
    const recorded = recordings(all ?? "");
    const asked = recorded.filter(({ typed }) => typed !== undefined && typed !== null);
    expect(asked.length).toBeGreaterThanOrEqual(60);
    expect(typedDisagreements(asked)).toEqual([]);
    expect(listDisagreements(recorded)).toEqual([]);
  });
});
