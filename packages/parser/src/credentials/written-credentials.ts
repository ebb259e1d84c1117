import type { WrittenCredential } from "@authgraph/kubernetes";
import { textOrigin } from "@authgraph/source";
import { field, itemsOf, keyPlace, type ObjectView, origin, text } from "../objects/object-view.ts";
import type { NodeId } from "../reader/tree.ts";
import { readServiceAccountOfToken } from "./service-account-token.ts";

/** Whether a text may hold a credential at all; its objects are searched only where it may. */
export function mayHoldCredential(written: string): boolean {
  return written.includes("PRIVATE KEY-----") || written.includes("eyJ") || written.includes("kind: Config\n");
}

/** Credentials in the values of a ConfigMap. Never the values themselves. */
export function credentialsOfConfigMap(view: ObjectView, root: NodeId, owner: string): readonly WrittenCredential[] {
  return itemsOf(view, field(view, root, "data")).flatMap((entry) => {
    const found = credentialIn(text(view, entry));
    if (found === undefined) return [];
    const { start, end } = keyPlace(view, entry);
    const key = view.tree.key(entry);
    return [{ ...found, owner, key, variable: false, origin: textOrigin(view.source, start, end) }];
  });
}

/** Credentials in environment variables of a pod's containers. */
export function credentialsOfPod(view: ObjectView, spec: NodeId, owner: string): readonly WrittenCredential[] {
  return ["initContainers", "containers"].flatMap((list) =>
    itemsOf(view, field(view, spec, list)).flatMap((container) =>
      itemsOf(view, field(view, container, "env")).flatMap((variable) => {
        const found = credentialIn(text(view, field(view, variable, "value")));
        const name = field(view, variable, "name");
        if (found === undefined || name === 0) return [];
        return [{ ...found, owner, key: text(view, name), variable: true, origin: origin(view, name) }];
      }),
    ),
  );
}

/** A key that is one, of some length and not encrypted; line breaks may be written out. */
const privateKey =
  /-----BEGIN (?:(?:RSA|EC|DSA|OPENSSH) )?PRIVATE KEY-----(?:\\n|\s)\s{0,16}[A-Za-z0-9+/](?:[A-Za-z0-9+/=\s]|\\n){63}/;
const webToken = /(?<![\w-])eyJ[\w-]+\.eyJ[\w-]+\.[\w-]{16,}/g;
/** A bearer token of a kubeconfig; what stands in `<>`, `${}` or `{{}}` is to be filled in. */
const kubeconfigToken = /^[ \t-]+token:[ \t]+["']?[A-Za-z0-9][\w.~+/-]{15,}=*["']?[ \t]*$/m;

function credentialIn(value: string): Pick<WrittenCredential, "form" | "account"> | undefined {
  if (value.length < 32) return undefined;
  for (const [token] of value.matchAll(webToken)) {
    const account = readServiceAccountOfToken(token);
    if (account !== undefined) return { form: "service-account-token", account };
  }
  if (privateKey.test(value)) return { form: "private-key", account: undefined };
  if (/^kind: Config\s*$/m.test(value) && kubeconfigToken.test(value)) {
    return { form: "kubeconfig-token", account: undefined };
  }
  return undefined;
}
