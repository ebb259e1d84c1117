import { parseServiceAccountUserName, type ServiceAccountName, serviceAccountUserName } from "@authgraph/kubernetes";
import { appliedNamespace } from "../types.ts";

/** The service account of a user name, also of one in the namespace that the inputs do not say. */
export function accountOf(user: string): ServiceAccountName | undefined {
  const account = parseServiceAccountUserName(user);
  if (account !== undefined || !user.startsWith(ofApplied)) return account;
  return { namespace: appliedNamespace, name: user.slice(ofApplied.length) };
}

const ofApplied = serviceAccountUserName(appliedNamespace, "");
