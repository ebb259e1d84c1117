import { type KubernetesObject, sha256 } from "@authgraph/kubernetes";
import type { AccessGraph, Assumption } from "../types.ts";
import type { AccountOfToken, AskedToken, TokenJudgement } from "./account-token.ts";

/**
 * The objects that a token of a Secret needs: the Secret with this very token, and its account. The uids of objects are
 * not among what is read: they are taken to be those of the token.
 */
export function legacyObjects(asked: AskedToken, account: AccountOfToken, secretName: string): TokenJudgement {
  const { graph, text } = asked;
  const { namespace } = account;
  const secrets = named(graph, "Secret", namespace, secretName);
  if (secrets.length === 0) return missing(asked, account, `Secret ${namespace}/${secretName}`);
  const digest = sha256(text);
  const matching = secrets.filter(({ object }) => object.tokenClaims?.tokenDigest === digest);
  const revoked = secrets.some(({ object }) => object.meta.labels.get(invalidSince)?.value);
  if (matching.length === 0) return refused("token does not match server's copy");
  if (revoked) return refused("the token has been marked invalid");
  if (named(graph, "ServiceAccount", namespace, account.name).length === 0) {
    return missing(asked, account, `ServiceAccount ${namespace}/${account.name}`);
  }
  if (matching.length === secrets.length) return { outcome: "good", account };
  const assumption = {
    text: `which definition of Secret ${namespace}/${secretName} holds`,
    origin: secrets[0]?.object.origin,
  };
  return { outcome: "open", account, assumption };
}

/** pkg/serviceaccount/legacy.go: InvalidSinceLabelKey. */
const invalidSince = "kubernetes.io/legacy-token-invalid-since";

/** What a bound token is bound to; undefined: not to any of its kind. */
export interface BoundTo {
  readonly pod: string | undefined;
  readonly secret: string | undefined;
  readonly node: string | undefined;
}

/** The objects that a bound token needs (pkg/serviceaccount/claims.go: Validate). */
export function boundObjects(asked: AskedToken, account: AccountOfToken, to: BoundTo): TokenJudgement {
  const { graph } = asked;
  const { namespace, name } = account;
  if (named(graph, "ServiceAccount", namespace, name).length === 0) {
    return missing(asked, account, `ServiceAccount ${namespace}/${name}`);
  }
  if (to.secret !== undefined && named(graph, "Secret", namespace, to.secret).length === 0) {
    return missing(asked, account, `Secret ${namespace}/${to.secret}`);
  }
  const pods = named(graph, "Workload", namespace, to.pod ?? "").filter(({ object }) => object.resourceKind === "Pod");
  if (to.pod !== undefined && pods.length === 0) return missing(asked, account, `Pod ${namespace}/${to.pod}`);
  // Behind a Pod the node is copied without a look.
  if (to.node !== undefined && to.pod === undefined) {
    return { outcome: "open", account, assumption: assumed(asked, `Node ${to.node}`) };
  }
  return { outcome: "good", account };
}

function named<K extends KubernetesObject["kind"]>(
  { inventory }: AccessGraph,
  kind: K,
  namespace: string,
  name: string,
) {
  return inventory
    .entriesOf(kind)
    .filter((entry) => entry.namespace === namespace && entry.object.meta.name.value === name);
}

/** What the inputs do not hold does not exist where they are all there is. */
function missing(asked: AskedToken, account: AccountOfToken, what: string): TokenJudgement {
  if (asked.graph.inventory.complete) return refused(`${what} not found`);
  return { outcome: "open", account, assumption: assumed(asked, what) };
}

function assumed({ authenticator }: AskedToken, what: string): Assumption {
  return {
    text: `whether ${what}, which the token names and the inputs do not contain, exists`,
    origin: authenticator.origin,
  };
}

function refused(reason: string): TokenJudgement {
  return { outcome: "refused", reason };
}
