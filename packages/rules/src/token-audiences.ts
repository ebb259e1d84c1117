import type { AccessGraph } from "@authgraph/graph";
import { type ComponentInvocation, flagValues, lastFlag, type ProjectedToken } from "@authgraph/kubernetes";

/**
 * What a token that names no audience is for is what the API server accepts: its `--api-audiences`, else its issuers
 * (pkg/kubeapiserver/options/authentication.go: BuiltInAuthenticationOptions.ToAuthenticationConfig).
 *
 * Where no server is among the inputs, the issuers that kubeadm and most others set.
 */
const usualAudience = /^https:\/\/kubernetes\.default\.svc(?:\.[\w.-]+)?$/;

/** Whether the API server takes such a token for its account. */
export function isForApiServer({ inventory }: AccessGraph, { audience }: ProjectedToken): boolean {
  if (audience === undefined) return true;
  const accepted = inventory.invocations.flatMap(({ value }) => audiencesOf(value));
  return accepted.length === 0 ? usualAudience.test(audience.value) : accepted.includes(audience.value);
}

function audiencesOf({ component, flags }: ComponentInvocation): readonly string[] {
  if (component !== "kube-apiserver") return [];
  const audiences = flagValues(flags, "api-audiences")?.map(({ value }) => value) ?? [];
  if (audiences.length > 0) return audiences;
  return flags.flatMap(({ name, value }) => (name === "service-account-issuer" && value !== undefined ? [value] : []));
}

/** How long tokens may live at most, in seconds: what every server of the inputs says; undefined where one says nothing. */
export function longestTokenLife({ inventory }: AccessGraph): number | undefined {
  const servers = inventory.invocations.filter(({ value }) => value.component === "kube-apiserver");
  const longest = servers.map(
    ({ value }) => secondsOf(lastFlag(value.flags, "service-account-max-token-expiration")?.value ?? "") ?? Infinity,
  );
  return longest.length === 0 || longest.includes(Infinity) ? undefined : Math.max(...longest);
}

const secondsIn: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1 };

/** A duration as Go's time.ParseDuration reads it, of whole hours, minutes and seconds; 0 is "no limit". */
function secondsOf(duration: string): number | undefined {
  if (!/^(?:\d+[hms])+$/.test(duration)) return undefined;
  let seconds = 0;
  for (const [, count, unit = ""] of duration.matchAll(/(\d+)([hms])/g))
    seconds += Number(count) * (secondsIn[unit] ?? 0);
  return seconds === 0 ? undefined : seconds;
}
