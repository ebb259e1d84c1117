import { type Access, parseAccessWords } from "@authgraph/graph";
import { type NodeId, readDocuments } from "@authgraph/parser";
import { fingerprintOf, severityAtLeast } from "@authgraph/rules";
import { type Diagnostic, type Located, type SourceText, textOrigin } from "@authgraph/source";
import {
  type Decode,
  type Decoding,
  entry,
  list,
  oneOf,
  originOf,
  problem,
  tell,
  text,
  textThat,
} from "../configuration/decode.ts";
import { severity } from "../configuration/values.ts";
import { type Baseline, baselineVersion } from "./baseline.ts";
import type { KnownRisk, ShippedRole } from "./known-risk.ts";
import { parseShippedRole } from "./shipped-roles.ts";

export type ReadBaseline =
  | { readonly outcome: "read"; readonly baseline: Baseline }
  /** Everything that is wrong with it. */
  | { readonly outcome: "wrong"; readonly problems: readonly Diagnostic[] };

/** Reads a file that `baselineText` wrote, and perhaps git merged. */
export function readBaseline(source: SourceText): ReadBaseline {
  const mark = /^(?:<{7}|={7}|>{7}|\|{7})(?=\s|$)/m.exec(source.text);
  if (mark !== null) return wrongAt(source, mark.index, mark[0].length, "a merge conflict is not resolved here");
  // What does not start so would be read as YAML.
  if (!/^\s*\{/.test(source.text)) return wrongAt(source, 0, 0, "it is no JSON object");
  let result: ReadBaseline | undefined;
  readDocuments(source.text, "component-config", (document) => {
    switch (document.outcome) {
      case "value":
        result ??= decodeFile({ source, tree: document.tree, problems: [] }, document.tree.root);
        break;
      case "error":
        result ??= wrongAt(source, document.offset, 0, document.message);
        break;
      case "empty":
        break;
    }
  });
  return result ?? wrongAt(source, 0, 0, "it is no JSON object");
}

function wrongAt(source: SourceText, start: number, length: number, message: string): ReadBaseline {
  return { outcome: "wrong", problems: asOfBaseline([problem(textOrigin(source, start, start + length), message)]) };
}

function asOfBaseline(problems: readonly Diagnostic[]): readonly Diagnostic[] {
  return problems.map((one) => ({ ...one, id: "baseline-invalid" }));
}

function decodeFile(decoding: Decoding, root: NodeId): ReadBaseline {
  const { source, problems } = decoding;
  const version = newerVersion(decoding, root);
  if (version !== undefined) {
    const message = `version ${version} is newer than this tool reads (${baselineVersion}): update authgraph`;
    return wrongAt(source, 0, 0, message);
  }
  const file = entry(decoding, root, {
    what: "a baseline",
    keys: ["version", "tool", "entries"],
    required: ["version", "entries"],
  });
  file.get("version", formatVersion);
  const toolVersion = file.get("tool", text)?.value ?? "";
  const entries = file.get("entries", list(decodeEntry)) ?? [];
  if (problems.length > 0) return { outcome: "wrong", problems: asOfBaseline(problems) };
  const known = new Map<string, KnownRisk>();
  for (const one of entries) {
    const same = known.get(one.fingerprint);
    known.set(one.fingerprint, same === undefined ? one : together(same, one));
  }
  return { outcome: "read", baseline: { source, toolVersion, known } };
}

/** Asked before anything else: whatever a newer version says may mean something else. */
function newerVersion({ tree }: Decoding, root: NodeId): number | undefined {
  if (tree.kind(root) !== "mapping") return undefined;
  for (let at = tree.first(root); at !== 0; at = tree.next(at)) {
    if (!tree.keyIs(at, "version") || tree.kind(at) !== "integer") continue;
    const version = Number(tree.scalar(at));
    return version > baselineVersion ? version : undefined;
  }
  return undefined;
}

const formatVersion: Decode<void> = (decoding, node, key) => {
  const { tree } = decoding;
  if (tree.kind(node) === "integer" && tree.scalar(node) === String(baselineVersion)) return;
  tell(decoding, originOf(decoding, node), `${key} must be ${baselineVersion}`);
};

const confidence = oneOf(["certain", "likely", "possible"]);

const fingerprint = textThat((value) =>
  /^[0-9a-f]{32}$/.test(value) ? undefined : "must be 32 hexadecimal digits, as authgraph baseline writes it",
);

type Held = { readonly access: Access } | { readonly shipped: ShippedRole };

const held: Decode<Held | undefined> = (decoding, node, key) => {
  const words = text(decoding, node, key);
  const shipped = parseShippedRole(words.value);
  if (shipped !== undefined) return { shipped };
  const access = parseAccessWords(words.value);
  if (access !== undefined) return { access };
  const { origin } = words;
  if (words.value !== "" && origin.kind === "text") {
    tell(decoding, origin, `${key} must be written as: get, list secrets in every namespace`);
  }
  return undefined;
};

const entryKeys = [
  "fingerprint",
  "rule",
  "cluster",
  "severity",
  "confidence",
  "title",
  "subject",
  "object",
  "access",
] as const;

const decodeEntry: Decode<KnownRisk> = (decoding, node) => {
  const before = decoding.problems.length;
  const read = entry(decoding, node, {
    what: "an entry of a baseline",
    keys: entryKeys,
    required: entryKeys.filter((key) => key !== "confidence"),
  });
  const textOf = (key: (typeof entryKeys)[number]): string => read.get(key, text)?.value ?? "";
  const written = read.get("fingerprint", fingerprint);
  const holding = read.get("access", list(held)) ?? [];
  const known: KnownRisk = {
    fingerprint: written?.value ?? "",
    ruleId: textOf("rule"),
    cluster: textOf("cluster"),
    severity: read.get("severity", severity)?.value ?? "info",
    confidence: read.get("confidence", confidence)?.value ?? "certain",
    title: textOf("title"),
    identity: { subject: textOf("subject"), object: textOf("object") },
    access: holding.flatMap((one) => (one !== undefined && "access" in one ? one.access : [])),
    shipped: holding.flatMap((one) => (one !== undefined && "shipped" in one ? one.shipped : [])),
  };
  if (decoding.problems.length === before) checkFingerprint(decoding, written, known);
  return known;
};

/** What people read of an entry must be what it stands for: a review sees the words. */
function checkFingerprint(decoding: Decoding, written: Located<string> | undefined, known: KnownRisk): void {
  const { ruleId, cluster, identity } = known;
  if (written?.origin.kind !== "text" || written.value === fingerprintOf(ruleId, cluster, identity)) return;
  tell(
    decoding,
    written.origin,
    "fingerprint is not that of this rule, cluster, subject and object; authgraph baseline writes it",
  );
}

/** A merge may keep the entries of both sides, and each was accepted. */
function together(one: KnownRisk, other: KnownRisk): KnownRisk {
  const worse = severityAtLeast(one.severity, other.severity) ? one : other;
  const confidence = one.confidence === "possible" ? other.confidence : one.confidence;
  return {
    ...worse,
    confidence,
    access: [...one.access, ...other.access],
    shipped: [...one.shipped, ...other.shipped],
  };
}
