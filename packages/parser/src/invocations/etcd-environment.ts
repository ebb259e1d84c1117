import type { ComponentInvocation, Flag } from "@authgraph/kubernetes";
import type { PlacedText } from "@authgraph/source";
import { originOfPlaced } from "../placed-text.ts";
import { hasPlaceholder } from "./template-mark.ts";

/**
 * etcd takes every flag from a variable as well (`ETCD_CLIENT_CERT_AUTH` for `--client-cert-auth`); what stands on the
 * command line wins (go.etcd.io/etcd/pkg/v3/flags SetFlagsFromEnv). Other components read none.
 */
export function withEnvironment(
  invocation: ComponentInvocation,
  environment: ReadonlyMap<string, PlacedText>,
): ComponentInvocation {
  if (invocation.component !== "etcd") return invocation;
  const written = new Set(invocation.flags.map(({ name }) => name));
  const variables = [...environment].flatMap(([name, value]): readonly Flag[] => {
    if (!/^ETCD_[A-Z0-9_]+$/.test(name)) return [];
    const flag = name.slice("ETCD_".length).toLowerCase().replaceAll("_", "-");
    const unresolved = hasPlaceholder(value.text) || /\$\(/.test(value.text);
    return written.has(flag) ? [] : [{ name: flag, value: value.text, origin: originOfPlaced(value), unresolved }];
  });
  return variables.length === 0 ? invocation : { ...invocation, flags: [...variables, ...invocation.flags] };
}
