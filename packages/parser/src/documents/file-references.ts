import type { ComponentInvocation, FileReference, FileRole } from "@authgraph/kubernetes";

const roles: ReadonlyMap<string, FileRole> = new Map<string, FileRole>([
  ["token-auth-file", "token-file"],
  ["authentication-config", "authentication-configuration"],
  ["authorization-config", "authorization-configuration"],
  ["client-ca-file", "certificate-authority"],
  ["requestheader-client-ca-file", "certificate-authority"],
  ["service-account-key-file", "service-account-key"],
]);

/** The files of access that the flags of the API server name. */
export function filesOfFlags(invocation: ComponentInvocation): readonly FileReference[] {
  if (invocation.component !== "kube-apiserver") return [];
  return invocation.flags.flatMap((flag) => {
    const role = roles.get(flag.name);
    if (role === undefined || flag.value === undefined || flag.value === "" || flag.unresolved) return [];
    return [{ path: { value: flag.value, origin: flag.origin }, role }];
  });
}
