import type { Credential } from "@authgraph/kubernetes";
import type { Diagnostic, Located, PlacedText } from "@authgraph/source";
import { located } from "@authgraph/source";
import { originOfPlaced } from "../placed-text.ts";
import { readDocuments } from "../reader/read-documents.ts";
import type { NodeId, Tree } from "../reader/tree.ts";
import { childrenOf } from "./tree-values.ts";

/** Values of the ConfigMap `kube-system/aws-auth`. Its keys are case-sensitive; `mapAccounts` gives no names. */
export interface AwsAuthTexts {
  readonly mapRoles: PlacedText | undefined;
  readonly mapUsers: PlacedText | undefined;
}

/** What the mappings of a ConfigMap give. */
export interface AwsAuthRead {
  readonly credentials: readonly Credential[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the mappings from IAM to Kubernetes (aws-iam-authenticator pkg/mapper/configmap/configmap.go ParseMap).
 * The keys of a mapping are matched as encoding/json does, whatever their case; of two mappings for one ARN the later
 * counts (saveMap).
 */
export function readAwsAuth(texts: AwsAuthTexts): AwsAuthRead {
  const roles = readMappings(texts.mapRoles, "rolearn", "IAM role");
  const users = readMappings(texts.mapUsers, "userarn", "IAM user");
  return {
    credentials: [...roles.credentials, ...users.credentials],
    diagnostics: [...roles.diagnostics, ...users.diagnostics],
  };
}

function readMappings(placed: PlacedText | undefined, arnKey: string, what: string): AwsAuthRead {
  const byArn = new Map<string, Credential>();
  const diagnostics: Diagnostic[] = [];
  if (placed === undefined || isSkipped(placed.text)) return { credentials: [], diagnostics };

  const refuse = (message: string): void => {
    const key = arnKey === "rolearn" ? "mapRoles" : "mapUsers";
    diagnostics.push({
      id: "aws-auth-refused",
      level: "error",
      message: `${key} cannot be read, none of its mappings counts: ${message}`,
      origin: originOfPlaced(placed),
    });
  };
  let first = true;
  readDocuments(placed.text, "component-config", (document) => {
    if (!first) return;
    first = false;
    if (document.outcome === "error") refuse(document.message);
    if (document.outcome !== "value") return;
    const { tree } = document;
    if (tree.kind(tree.root) !== "sequence") {
      if (tree.kind(tree.root) !== "null") refuse("it is no list");
      return;
    }
    for (const item of childrenOf(tree, tree.root)) {
      const mapping = readMapping({ tree, placed }, item, arnKey, what);
      const arn = mapping.arn.toLowerCase();
      byArn.delete(arn);
      byArn.set(arn, mapping.credential);
    }
  });
  return { credentials: [...byArn.values()], diagnostics };
}

/** configmap.go isSkippable. */
function isSkipped(text: string): boolean {
  const trimmed = text.trim();
  return trimmed === "" || trimmed === "``" || trimmed === '""';
}

/** A document whose text lies inside another. */
interface Inner {
  readonly tree: Tree;
  readonly placed: PlacedText;
}

function readMapping(
  inner: Inner,
  item: NodeId,
  arnKey: string,
  what: string,
): { readonly arn: string; readonly credential: Credential } {
  const { tree } = inner;
  const arn = textAt(inner, item, arnKey)?.value ?? "";
  const user = textAt(inner, item, "username");
  const groups: Located<string>[] = [];
  for (const group of childrenOf(tree, entryOf(tree, item, "groups"))) {
    const text = locatedIn(inner, group);
    if (text !== undefined) groups.push(text);
  }
  const credential: Credential = {
    form: "aws-auth-mapping",
    label: `${what} ${arn}`,
    origin: originIn(inner, tree.start(item), tree.end(item)),
    user,
    groups,
    notAfter: undefined,
    signerName: undefined,
  };
  return { arn, credential };
}

/** The entry of a key in any case; the last of several, as they overwrite each other. */
function entryOf(tree: Tree, mapping: NodeId, key: string): NodeId {
  let found = 0;
  if (tree.kind(mapping) !== "mapping") return found;
  for (const entry of childrenOf(tree, mapping)) {
    if (tree.key(entry).toLowerCase() === key) found = entry;
  }
  return found;
}

function textAt(inner: Inner, mapping: NodeId, key: string): Located<string> | undefined {
  return locatedIn(inner, entryOf(inner.tree, mapping, key));
}

function locatedIn(inner: Inner, node: NodeId): Located<string> | undefined {
  const { tree } = inner;
  if (node === 0 || tree.kind(node) !== "string") return undefined;
  return located(tree.scalar(node), originIn(inner, tree.start(node), tree.end(node)));
}

function originIn({ placed }: Inner, start: number, end: number): ReturnType<typeof originOfPlaced> {
  return originOfPlaced(placed, start, end);
}
