import type { Assumption } from "@authgraph/graph";
import {
  type ComponentInvocation,
  compareMinors,
  isKnownMinor,
  type KnownMinor,
  knownMinors,
  nearestKnownMinor,
  newestMinor,
  parseMinor,
} from "@authgraph/kubernetes";
import type { KubernetesVersion } from "./run.ts";

export type DecidedVersion =
  | {
      readonly outcome: "decided";
      readonly minor: KnownMinor;
      readonly version: KubernetesVersion;
      readonly assumptions: readonly Assumption[];
    }
  | { readonly outcome: "refused"; readonly message: string };

/** Which minor's facts hold: the one given, else what the inputs say, else the newest known. */
export function decideVersion(given: string | undefined, invocations: readonly ComponentInvocation[]): DecidedVersion {
  if (given !== undefined) {
    const minor = parseMinor(given);
    if (minor === undefined) {
      return {
        outcome: "refused",
        message: `${JSON.stringify(given)} is no Kubernetes version; write it as 1.37 or v1.37.2`,
      };
    }
    return decided(minor, { minor, origin: undefined, assumed: false });
  }

  const found = invocations
    .filter(({ component }) => component === "kube-apiserver")
    .flatMap(({ version }) => {
      const minor = version === undefined ? undefined : parseMinor(version.value);
      return version === undefined || minor === undefined ? [] : [{ minor, origin: version.origin }];
    })
    .sort((a, b) => compareMinors(b.minor, a.minor));
  const [newest] = found;
  if (newest === undefined) return decided(newestMinor, { minor: newestMinor, origin: undefined, assumed: true });

  const others = [...new Set(found.map(({ minor }) => minor))].slice(1);
  const several: readonly Assumption[] =
    others.length === 0
      ? []
      : [
          {
            text: `the inputs name several versions (also ${others.join(", ")}): the newest was taken`,
            origin: newest.origin,
          },
        ];
  return decided(newest.minor, { ...newest, assumed: false }, several);
}

function decided(
  minor: `${number}.${number}`,
  version: KubernetesVersion,
  assumptions: readonly Assumption[] = [],
): DecidedVersion {
  if (isKnownMinor(minor)) return { outcome: "decided", minor, version, assumptions };
  const nearest = nearestKnownMinor(minor);
  const known = `${knownMinors[0]} to ${knownMinors.at(-1)} are known`;
  return {
    outcome: "decided",
    minor: nearest,
    version,
    assumptions: [
      ...assumptions,
      { text: `the facts of v${nearest} hold for v${minor} (${known})`, origin: version.origin },
    ],
  };
}
