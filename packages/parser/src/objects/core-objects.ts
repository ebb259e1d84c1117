import type {
  BootstrapToken,
  CertificateSigningRequest,
  LegacyTokenClaims,
  Namespace,
  Secret,
  ServiceAccount,
  UserGroup,
} from "@authgraph/kubernetes";
import { sha256 } from "@authgraph/kubernetes";
import type { Located } from "@authgraph/source";
import { textOrigin } from "@authgraph/source";
import { readLegacyTokenClaims } from "../credentials/service-account-token.ts";
import type { NodeId } from "../reader/tree.ts";
import type { ObjectBasis } from "./access-objects.ts";
import { type FieldError, invalid, required } from "./field-error.ts";
import { labelValueProblems } from "./names.ts";
import {
  field,
  fieldAt,
  flag,
  itemsOf,
  keyPlace,
  type ObjectView,
  type Place,
  place,
  text,
  texts,
  writtenText,
} from "./object-view.ts";

export function decodeServiceAccount(view: ObjectView, root: NodeId, basis: ObjectBasis): ServiceAccount {
  const secrets: Located<string>[] = [];
  for (const reference of itemsOf(view, field(view, root, "secrets"))) {
    const name = writtenText(view, field(view, reference, "name"));
    if (name !== undefined) secrets.push(name);
  }
  const automountServiceAccountToken = flag(view, field(view, root, "automountServiceAccountToken"));
  const { apiVersion, meta, origin } = basis;
  return { kind: "ServiceAccount", apiVersion, meta, origin, secrets, automountServiceAccountToken };
}

export function decodeNamespace(_view: ObjectView, _root: NodeId, basis: ObjectBasis): Namespace {
  return { kind: "Namespace", ...basis };
}

/** A namespace gets its name as a label (core/v1 SetDefaults_Namespace), so the name must be a label value as well. */
export function namespaceErrors(view: ObjectView, root: NodeId): readonly FieldError[] {
  const name = fieldAt(view, root, "metadata", "name");
  return labelValueProblems(text(view, name)).flatMap((problem) =>
    problem.startsWith("must be no more")
      ? [invalid("metadata.labels", place(view, name), text(view, name), problem)]
      : [],
  );
}

const tokenType = "kubernetes.io/service-account-token";

/** The type, the names of the keys, and whom a token stands for. No value leaves this function. */
export function decodeSecret(view: ObjectView, root: NodeId, basis: ObjectBasis): Secret {
  const type = writtenText(view, field(view, root, "type")) ?? { value: "Opaque", origin: basis.origin };
  const keys: Located<string>[] = [];
  for (const values of ["data", "stringData"]) {
    for (const entry of itemsOf(view, field(view, root, values))) {
      const at = keyPlace(view, entry);
      keys.push({ value: view.tree.key(entry), origin: textOrigin(view.source, at.start, at.end) });
    }
  }
  const { apiVersion, meta, origin } = basis;
  return {
    kind: "Secret",
    apiVersion,
    meta,
    origin,
    type,
    keys,
    tokenClaims: legacyTokenClaims(view, root),
    ...(type.value === bootstrapTokenType ? { bootstrapToken: bootstrapToken(view, root) } : {}),
  };
}

/** k8s.io/cluster-bootstrap token/api: SecretTypeBootstrapToken. */
const bootstrapTokenType = "bootstrap.kubernetes.io/token";

/** What decides whom the token lets in (plugin/pkg/auth/authenticator/token/bootstrap); of its secret half a digest. */
function bootstrapToken(view: ObjectView, root: NodeId): BootstrapToken {
  const secret = secretValue(view, root, "token-secret");
  return {
    id: secretValue(view, root, "token-id")?.value ?? "",
    secretDigest: secret === undefined ? undefined : sha256(secret.value),
    expiration: secretValue(view, root, "expiration"),
    authentication: secretValue(view, root, "usage-bootstrap-authentication"),
    extraGroups: secretValue(view, root, "auth-extra-groups"),
  };
}

/** A value of `data`, decoded, or of `stringData`, which the server puts over it. It stands at its key. */
function secretValue(view: ObjectView, root: NodeId, key: string): Located<string> | undefined {
  const plain = fieldAt(view, root, "stringData", key);
  const entry = plain === 0 ? fieldAt(view, root, "data", key) : plain;
  if (entry === 0) return undefined;
  const written = text(view, entry);
  const value = plain === 0 ? Buffer.from(written, "base64").toString("utf8") : written;
  const at = keyPlace(view, entry);
  return { value, origin: textOrigin(view.source, at.start, at.end) };
}

/** pkg/apis/core/validation: ValidateSecret, for the one type that access depends on. */
export function secretErrors(view: ObjectView, root: NodeId, objectPlace: Place): readonly FieldError[] {
  const type = field(view, root, "type");
  if (text(view, type) !== tokenType) return [];
  const annotation = fieldAt(view, root, "metadata", "annotations", "kubernetes.io/service-account.name");
  if (text(view, annotation) !== "") return [];
  const path = "metadata.annotations[kubernetes.io/service-account.name]";
  return [required(path, type === 0 ? objectPlace : place(view, type))];
}

function legacyTokenClaims(view: ObjectView, root: NodeId): LegacyTokenClaims | undefined {
  const token = secretValue(view, root, "token");
  const claims = token === undefined ? undefined : readLegacyTokenClaims(token.value);
  if (token === undefined || claims === undefined) return undefined;
  return { origin: token.origin, ...claims, tokenDigest: sha256(token.value) };
}

export function decodeCertificateSigningRequest(
  view: ObjectView,
  root: NodeId,
  basis: ObjectBasis,
): CertificateSigningRequest {
  const signerName = writtenText(view, fieldAt(view, root, "spec", "signerName"));
  return { kind: "CertificateSigningRequest", ...basis, signerName };
}

/** OpenShift's Group. */
export function decodeUserGroup(view: ObjectView, root: NodeId, basis: ObjectBasis): UserGroup {
  return { kind: "Group", ...basis, users: texts(view, field(view, root, "users")) };
}
