import type { AbacRule } from "@authgraph/kubernetes";
import { type SourceText, textOrigin } from "@authgraph/source";
import type { Collected, Outcome } from "../documents/collected.ts";
import { compareWithType } from "../objects/conformity.ts";
import { quoted } from "../objects/field-error.ts";
import { bool, type GoStruct, string, struct } from "../objects/go-types.ts";
import { field, flag, type ObjectView, text } from "../objects/object-view.ts";
import { readDocuments } from "../reader/read-documents.ts";
import type { NodeId, ReadDocument } from "../reader/tree.ts";
import { type ConfigurationError, refuseConfiguration } from "./refused-configuration.ts";
import { decoderError, typeAnyCase } from "./written-type.ts";

/**
 * Reads a file of `--authorization-policy-file`: a policy a line, in JSON or YAML (pkg/auth/authorizer/abac/abac.go:
 * NewFromFile). The first line that is refused refuses the file.
 */
export function readAbacPolicy(collected: Collected): Outcome {
  const { source } = collected;
  const whole = { start: 0, end: source.text.length };
  const rules: AbacRule[] = [];
  let number = 0;
  for (const { start, end, isLong } of linesOf(source.text)) {
    number++;
    if (isLong) {
      const text = `error reading policy file ${source.path}: bufio.Scanner: token too long`;
      refuseConfiguration(collected, "abac-policy", whole, [{ text, start, end }]);
      return "refused";
    }
    const written = source.text.slice(start, end);
    const trimmed = written.trim();
    if (trimmed === "" || trimmed.startsWith("#")) continue;
    const read = readLine(source, written, start);
    if ("problem" in read) {
      const text = `error reading policy file ${source.path}, line ${number}: ${written}: ${read.problem}`;
      refuseConfiguration(collected, "abac-policy", whole, [{ text, start: read.start, end: read.end }]);
      return "refused";
    }
    rules.push(read.rule);
  }
  const origin = textOrigin(source, whole.start, whole.end);
  collected.facts.push({ fact: "configuration", configuration: { kind: "AbacPolicy", origin, rules } });
  return "evaluated";
}

interface Line {
  readonly start: number;
  readonly end: number;
  /** Longer than bufio.Scanner takes. */
  readonly isLong: boolean;
}

/** bufio.MaxScanTokenSize, its line feed included. */
const longest = 64 * 1024;

function* linesOf(text: string): Iterable<Line> {
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf("\n", start);
    const stop = feed < 0 ? text.length : feed;
    const bytes = stop - start >= longest / 4 ? Buffer.byteLength(text.slice(start, stop)) : 0;
    const end = text[stop - 1] === "\r" && stop > start ? stop - 1 : stop;
    yield { start, end, isLong: bytes >= longest };
    start = stop + 1;
  }
}

interface LineProblem {
  readonly problem: string;
  readonly start: number;
  readonly end: number;
}

function readLine(source: SourceText, written: string, start: number): { readonly rule: AbacRule } | LineProblem {
  const line: SourceText = {
    path: source.path,
    text: written,
    inside: { source, text: written, from: start, offsets: undefined },
  };
  const whole = { start, end: start + written.length };
  let read: { readonly rule: AbacRule } | LineProblem = { rule: emptyRule(source, whole) };
  readDocuments(written, "kubelet", (document) => {
    read = readDocument(line, document, whole);
  });
  return read;
}

/** `null`, which Go takes for an object of version 0 with nothing in it. */
function emptyRule(source: SourceText, { start, end }: { readonly start: number; readonly end: number }): AbacRule {
  const origin = textOrigin(source, start, end);
  return asVersion0({ origin, user: "", group: "", readonly: false, resource: "", namespace: "" });
}

function readDocument(
  source: SourceText,
  document: ReadDocument,
  whole: { readonly start: number; readonly end: number },
): { readonly rule: AbacRule } | LineProblem {
  const problem = (error: string, at?: ConfigurationError): LineProblem =>
    at === undefined
      ? { problem: error, ...whole }
      : { problem: error, start: whole.start + at.start, end: whole.start + at.end };
  const outer = source.inside?.source ?? source;
  if (document.outcome === "empty") return { rule: emptyRule(outer, whole) };
  if (document.outcome === "error") {
    return problem(decoderError(source, document.message));
  }
  const { tree } = document;
  const { root } = tree;
  const view: ObjectView = { source, tree };
  if (tree.kind(root) !== "mapping") {
    const word = tree.kind(root) === "sequence" ? "array" : tree.kind(root) === "boolean" ? "bool" : tree.kind(root);
    return problem(`couldn't get version/kind; json parse error: json: cannot unmarshal ${word}`);
  }
  const { apiVersion = "", kind = "" } = typeAnyCase(tree, root);
  const version = apiVersion === "" ? "v0" : apiVersion.startsWith(group) ? apiVersion.slice(group.length) : "";
  if (apiVersion.split("/").length > 2) return problem(`unexpected GroupVersion string: ${apiVersion}`);
  if ((version !== "v0" && version !== "v1beta1") || (kind !== "" && kind !== "Policy")) {
    const named = `${quoted(kind || "Policy")} is registered for version ${quoted(apiVersion || `${group}v0`)}`;
    return problem(`no kind ${named}`);
  }
  const { error } = compareWithType(tree, root, version === "v0" ? version0 : version1beta1);
  if (error !== undefined) return problem(error.text, error);
  if (version === "v0") return { rule: asVersion0(fieldsOf(view, root)) };
  // A version without a kind is taken for the old form, and nothing converts the new one to that.
  if (kind === "") return problem("converting (v1beta1.Policy) to (v0.Policy): unknown conversion");
  return { rule: asVersion1(view, field(view, root, "spec")) };
}

const group = "abac.authorization.kubernetes.io/";

const type = { apiVersion: string, kind: string };
const oldFields = { user: string, group: string, readonly: bool, resource: string, namespace: string };
/** pkg/apis/abac/v0/types.go. */
const version0: GoStruct = struct("v0.Policy", { ...type, ...oldFields });
/** pkg/apis/abac/v1beta1/types.go. */
const version1beta1: GoStruct = struct("v1beta1.Policy", {
  ...type,
  spec: struct("v1beta1.PolicySpec", { ...oldFields, apiGroup: string, nonResourcePath: string }),
});

type OldFields = Pick<AbacRule, "origin" | "user" | "group" | "readonly" | "resource" | "namespace">;

function fieldsOf(view: ObjectView, node: NodeId): OldFields {
  const root = node === 0 ? view.tree.root : node;
  return {
    origin: textOrigin(view.source, view.tree.start(root), view.tree.end(root)),
    user: text(view, field(view, node, "user")),
    group: text(view, field(view, node, "group")),
    readonly: flag(view, field(view, node, "readonly"))?.value ?? false,
    resource: text(view, field(view, node, "resource")),
    namespace: text(view, field(view, node, "namespace")),
  };
}

const everybody = "system:authenticated";

/** pkg/apis/abac/v0/conversion.go: Convert_v0_Policy_To_abac_Policy. */
function asVersion0(old: OldFields): AbacRule {
  const { user, resource, namespace } = old;
  const isForAll = user === "*" || old.group === "*";
  return {
    ...old,
    user: isForAll ? "" : user,
    group: isForAll || (user === "" && old.group === "") ? everybody : old.group,
    apiGroup: "*",
    resource: resource === "" ? "*" : resource,
    namespace: namespace === "" ? "*" : namespace,
    nonResourcePath: namespace === "" && resource === "" ? "*" : "",
  };
}

/** pkg/apis/abac/v1beta1/conversion.go: Convert_v1beta1_Policy_To_abac_Policy. */
function asVersion1(view: ObjectView, spec: NodeId): AbacRule {
  const fields = fieldsOf(view, spec);
  const isForAll = fields.user === "*" || fields.group === "*";
  const { tree, source } = view;
  return {
    ...fields,
    origin: textOrigin(source, tree.start(tree.root), tree.end(tree.root)),
    user: isForAll ? "" : fields.user,
    group: isForAll ? everybody : fields.group,
    apiGroup: text(view, field(view, spec, "apiGroup")),
    nonResourcePath: text(view, field(view, spec, "nonResourcePath")),
  };
}
