import type { AccessGraph } from "@authgraph/graph";
import type { Credential, Kubeconfig, KubeconfigUser } from "@authgraph/kubernetes";
import { isLoopbackHost, urlParts } from "./hosts.ts";

/** A kubeconfig of the inputs. */
export interface FoundKubeconfig {
  readonly path: string;
  readonly kubeconfig: Kubeconfig;
}

export function kubeconfigsOf({ inventory }: AccessGraph): readonly FoundKubeconfig[] {
  return inventory.configurations.flatMap(({ path, value }) =>
    value.kind === "Kubeconfig" ? [{ path, kubeconfig: value }] : [],
  );
}

/** Whom the user of a kubeconfig would be, where what it proves itself with says so. */
export function credentialOfUser(
  { inventory }: AccessGraph,
  { kubeconfig }: FoundKubeconfig,
  { clientCertificate, token }: KubeconfigUser,
): Credential | undefined {
  if (kubeconfig.origin.kind !== "text") return undefined;
  const { source } = kubeconfig.origin;
  const start = (token ?? clientCertificate)?.kind === "text" ? (token ?? clientCertificate) : undefined;
  if (start?.kind !== "text") return undefined;
  const inFile = inventory.credentials.filter(
    ({ form, origin }) =>
      form.startsWith("kubeconfig-") &&
      origin.kind === "text" &&
      origin.source === source &&
      origin.start >= start.start,
  );
  const [nearest] = inFile.toSorted((a, b) => offsetOf(a) - offsetOf(b));
  // The value stands right behind its key, a token at it.
  return nearest !== undefined && offsetOf(nearest) - start.end <= longestGap ? nearest : undefined;
}

/** Between a key and its value: a colon, an indicator, a line break with indentation. */
const longestGap = 80;

function offsetOf({ origin }: Credential): number {
  return origin.kind === "text" ? origin.start : 0;
}

/** Whether every server that a user is for is the machine of whoever has the file. */
export function isOfOwnMachine({ clusters, contexts }: Kubeconfig, user: string): boolean {
  const names = contexts.filter((one) => one.user === user).map(({ cluster }) => cluster);
  const servers = clusters.filter(({ name }) => names.length === 0 || names.includes(name));
  return servers.length > 0 && servers.every(({ server }) => server !== undefined && isLocalUrl(server.value));
}

export function isLocalUrl(url: string): boolean {
  const parts = urlParts(url);
  return parts !== undefined && isLoopbackHost(parts.host);
}
