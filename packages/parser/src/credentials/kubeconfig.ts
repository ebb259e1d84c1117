import { type Credential, type FileReference, sha256 } from "@authgraph/kubernetes";
import type { Diagnostic, Origin, SourceText } from "@authgraph/source";
import { located, textOrigin } from "@authgraph/source";
import { pathFrom } from "../path-from.ts";
import type { NodeId, Tree } from "../reader/tree.ts";
import { certificateCredential, pemBlocks, readCertificate, unreadableCertificate } from "./certificates.ts";
import { readExpiryOfToken, readServiceAccountOfToken } from "./service-account-token.ts";
import { childrenOf, placedString, stringAt, valueAt } from "./tree-values.ts";

/** What a kubeconfig gives. */
export interface KubeconfigRead {
  readonly credentials: readonly Credential[];
  readonly references: readonly FileReference[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether a document is a kubeconfig: `kind: Config` belongs to several APIs, lists of users or clusters to this one. */
export function isKubeconfig(tree: Tree): boolean {
  const { root } = tree;
  const kind = valueAt(tree, root, "kind");
  if (kind === 0 || tree.scalar(kind) !== "Config" || tree.kind(kind) !== "string") return false;
  const version = valueAt(tree, root, "apiVersion");
  if (version !== 0 && tree.scalar(version) !== "v1") return false;
  return ["users", "clusters", "contexts"].some((key) => valueAt(tree, root, key) !== 0);
}

/**
 * Reads the users of a kubeconfig (k8s.io/client-go tools/clientcmd/api/v1 AuthInfo). Embedded certificates say who
 * they are, files are named, tokens only mentioned. Certificate data win over a file, as in clientcmd.
 */
export function readKubeconfig(tree: Tree, source: SourceText): KubeconfigRead {
  const credentials: Credential[] = [];
  const references: FileReference[] = [];
  const diagnostics: Diagnostic[] = [];
  const file = source.path.slice(source.path.lastIndexOf("/") + 1);

  for (const item of childrenOf(tree, valueAt(tree, tree.root, "users"))) {
    const user = valueAt(tree, item, "user");
    const label = `user ${stringAt(tree, source, item, "name")?.value ?? ""} in kubeconfig ${file}`;
    const data = valueAt(tree, user, "client-certificate-data");
    const keyInText = isWritten(tree, valueAt(tree, user, "client-key-data"));
    const path = stringAt(tree, source, user, "client-certificate");
    if (isWritten(tree, data)) {
      const read = readCertificateData(tree, source, data, label);
      if (read === "unreadable") diagnostics.push(unreadableCertificate(originOf(tree, source, data)));
      else if (read !== "no-client") credentials.push(keyInText ? { ...read, proofInText: true } : read);
    } else if (path !== undefined && path.value !== "") {
      references.push({ path: located(pathFrom(source.path, path.value), path.origin), role: "client-certificate" });
    }
    const token = valueAt(tree, user, "token");
    if (isWritten(tree, token)) credentials.push(tokenCredential(tree, source, token, label));
  }
  return { credentials, references, diagnostics };
}

function isWritten(tree: Tree, node: NodeId): boolean {
  return node !== 0 && tree.kind(node) === "string" && tree.scalar(node) !== "";
}

function originOf(tree: Tree, source: SourceText, node: NodeId): Origin {
  return textOrigin(source, tree.start(node), tree.end(node));
}

function readCertificateData(
  tree: Tree,
  source: SourceText,
  node: NodeId,
  label: string,
): Credential | "no-client" | "unreadable" {
  const data = placedString(tree, source, node);
  if (data === undefined) return "unreadable";
  const text = Buffer.from(data.text, "base64").toString("latin1");
  // The first certificate is the client's own; others complete its chain (crypto/tls X509KeyPair).
  const blocks = [...pemBlocks({ ...data, text }, "CERTIFICATE")];
  const [block] = blocks;
  const reading = block === undefined ? undefined : readCertificate(block.pem);
  if (reading === undefined || reading.outcome === "unreadable") return "unreadable";
  if (reading.outcome === "no-client") return "no-client";
  return certificateCredential(
    "kubeconfig-client-certificate",
    label,
    originOf(tree, source, node),
    reading.identity,
    blocks.map(({ pem }) => pem),
  );
}

/** A token stands at its key: no place leads to the value. */
function tokenCredential(tree: Tree, source: SourceText, node: NodeId, label: string): Credential {
  const origin = textOrigin(source, tree.keyStart(node), tree.keyEnd(node));
  const account = readServiceAccountOfToken(tree.scalar(node));
  const groups = account === undefined ? [] : ["system:serviceaccounts", `system:serviceaccounts:${account.namespace}`];
  return {
    form: "kubeconfig-token",
    label,
    origin,
    user:
      account === undefined ? undefined : located(`system:serviceaccount:${account.namespace}:${account.name}`, origin),
    groups: groups.map((group) => located(group, origin)),
    notAfter: readExpiryOfToken(tree.scalar(node)),
    signerName: undefined,
    tokenDigest: sha256(tree.scalar(node)),
  };
}
