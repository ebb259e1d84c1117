import { type Secret, sha256 } from "@authgraph/kubernetes";
import { type Located, located, type Origin } from "@authgraph/source";
import { placedText } from "../documents/pod-invocations.ts";
import { field, itemsOf, type ObjectView, origin, texts, writtenText } from "../objects/object-view.ts";
import { originOfPlaced } from "../placed-text.ts";
import type { NodeId } from "../reader/tree.ts";

/** k8s.io/cluster-bootstrap token/api: BootstrapTokenPattern. */
const tokenPattern = /^([a-z0-9]{6})\.([a-z0-9]{16})$/;

/**
 * The Secrets that kubeadm makes of `bootstrapTokens` (phases/bootstraptoken/node/token.go), as far as they are there for
 * good or until a time that is written: any other is gone soon after the cluster was made.
 */
export function bootstrapTokens(view: ObjectView, list: NodeId): readonly Secret[] {
  return itemsOf(view, list).flatMap((item) => {
    const token = placedText(view, field(view, item, "token"));
    const [, id, secret] = tokenPattern.exec(token?.text ?? "") ?? [];
    const expiry = expiryOf(view, item);
    if (token === undefined || id === undefined || secret === undefined || expiry === "soon") return [];
    const at = originOfPlaced(token, 0, id.length);
    return [
      {
        kind: "Secret",
        apiVersion: "v1",
        meta: {
          name: located(`bootstrap-token-${id}`, at),
          generated: false,
          namespace: located("kube-system", at),
          labels: new Map(),
          annotations: new Map(),
        },
        origin: origin(view, item),
        type: located("bootstrap.kubernetes.io/token", at),
        keys: [],
        tokenClaims: undefined,
        bootstrapToken: {
          id,
          secretDigest: sha256(secret),
          expiration: expiry,
          authentication: authentication(view, item, at),
          extraGroups: groups(view, item, at),
        },
      },
    ];
  });
}

/** `expires` is a time, `ttl` how long from when kubeadm runs, by default a day; none of it for good. */
function expiryOf(view: ObjectView, item: NodeId): Located<string> | undefined | "soon" {
  const expires = writtenText(view, field(view, item, "expires"));
  if (expires !== undefined) return expires;
  const ttl = writtenText(view, field(view, item, "ttl"));
  // A Go duration of nothing but zeros.
  return ttl !== undefined && /^[-+]?0[0.hmsnuµ]*$/.test(ttl.value) ? undefined : "soon";
}

function authentication(view: ObjectView, item: NodeId, at: Origin): Located<string> | undefined {
  const usages = texts(view, field(view, item, "usages"));
  if (usages.length === 0) return located("true", at);
  const found = usages.find(({ value }) => value === "authentication");
  return found && located("true", found.origin);
}

function groups(view: ObjectView, item: NodeId, at: Origin): Located<string> {
  const list = field(view, item, "groups");
  const written = texts(view, list).map(({ value }) => value);
  return written.length === 0
    ? located("system:bootstrappers:kubeadm:default-node-token", at)
    : located(written.join(","), origin(view, list));
}
