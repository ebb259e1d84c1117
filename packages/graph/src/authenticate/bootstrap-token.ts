import {
  bootstrappersGroup,
  bootstrapTokenUserPrefix,
  type Identity,
  type Secret,
  sha256,
} from "@authgraph/kubernetes";
import { byText } from "../order.ts";
import type { AccessGraph, Authenticator } from "../types.ts";
import { goTime } from "./go-time.ts";
import { nothing, open, type Verdict } from "./verdict.ts";

/**
 * Asks whether a token is one that nodes join with (plugin/pkg/auth/authenticator/token/bootstrap/bootstrap.go). Whatever
 * is wrong with its Secret, the authenticator has nothing to say.
 */
export function askBootstrapTokens(
  { inventory }: AccessGraph,
  { origin }: Extract<Authenticator, { kind: "bootstrap-token" }>,
  token: string,
  at: string,
): Verdict {
  const [, id, secret] = /^([a-z0-9]{6})\.([a-z0-9]{16})$/.exec(token) ?? [];
  if (id === undefined || secret === undefined) return nothing;
  const name = `bootstrap-token-${id}`;
  const entries = inventory
    .entriesOf("Secret")
    .filter((entry) => entry.namespace === "kube-system" && entry.object.meta.name.value === name);
  if (entries.length === 0) {
    if (inventory.complete) return nothing;
    const text = `whether there is a Secret kube-system/${name} with this token`;
    return open({ text, origin }, { letIn: true, refuse: false });
  }
  const digest = sha256(secret);
  const verdicts = entries.map(({ object }) => verdictOn(object, id, digest, at));
  const [verdict = nothing] = verdicts;
  if (verdicts.every((other) => groupsOf(other) === groupsOf(verdict))) return verdict;
  const text = `which definition of Secret kube-system/${name} holds`;
  return open({ text, origin: entries[0]?.object.origin }, { letIn: true, refuse: false });
}

function verdictOn(object: Secret, id: string, digest: string, at: string): Verdict {
  const { bootstrapToken } = object;
  if (bootstrapToken?.id !== id || bootstrapToken.secretDigest !== digest) return nothing;
  const identity = bootstrapIdentity(object, at);
  return identity.usable ? { verdict: "identity", identity: identity.identity, by: "bootstrap-token" } : nothing;
}

function groupsOf(verdict: Verdict): string {
  return verdict.verdict === "identity" ? verdict.identity.groups.join() : "";
}

/** Whom the token of a Secret lets in, if it lets anybody in. */
export type BootstrapIdentity =
  | { readonly usable: true; readonly identity: Identity }
  | { readonly usable: false; readonly identity: Identity; readonly reason: string };

/** Everything that the Secret itself must be like, whatever the token that is presented. */
export function bootstrapIdentity({ bootstrapToken, meta }: Secret, at: string): BootstrapIdentity {
  const id = bootstrapToken?.id ?? "";
  const user = `${bootstrapTokenUserPrefix}${id}`;
  const written = bootstrapToken?.extraGroups?.value ?? "";
  const groups = written === "" ? [] : written.split(",");
  const areGood = groups.every((group) => extraGroup.test(group));
  const identity = { user, groups: [...new Set([bootstrappersGroup, ...(areGood ? groups : [])])].sort(byText) };
  const no = (reason: string): BootstrapIdentity => ({ usable: false, identity, reason });
  if (bootstrapToken === undefined) return no("the Secret is no bootstrap token's");
  if (meta.name.value !== `bootstrap-token-${id}`) return no("the Secret is not called after its token");
  if (bootstrapToken.secretDigest === undefined) return no("token-secret is missing");
  if (isExpired(bootstrapToken.expiration?.value ?? "", at)) return no("it has expired");
  if (bootstrapToken.authentication?.value !== "true") return no("usage-bootstrap-authentication is not true");
  if (!areGood) return no("auth-extra-groups holds what is no group of bootstrap tokens");
  return { usable: true, identity };
}

/** k8s.io/cluster-bootstrap token/api: BootstrapGroupPattern. */
const extraGroup = /^system:bootstrappers:[a-z0-9:-]{0,255}[a-z0-9]$/;

/** What cannot be read has expired (k8s.io/cluster-bootstrap util/secrets: HasExpired). */
function isExpired(expiration: string, at: string): boolean {
  if (expiration === "") return false;
  const end = goTime(expiration);
  return end === undefined || end <= Date.parse(at);
}
