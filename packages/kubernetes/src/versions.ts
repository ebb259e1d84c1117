import { newestMinor, patchReleases } from "./generated/minors.gen.ts";

/** A minor version, such as `1.37`, whether or not anything is known of it. */
export type Minor = `${number}.${number}`;

/** A minor version whose facts are at hand. */
export type KnownMinor = keyof typeof patchReleases;

/** Oldest first. */
export const knownMinors: readonly KnownMinor[] = Object.keys(patchReleases).filter(isKnownMinor);

/** The patch release that the facts of each minor were read off. */
export const factsReadOff: Readonly<Record<KnownMinor, string>> = patchReleases;

export { newestMinor };

export function isKnownMinor(minor: string): minor is KnownMinor {
  return Object.hasOwn(patchReleases, minor);
}

/** The minor of a version as people, image tags and servers write it: `v1.37.2`, `1.37`, `1.37.2+k3s1`, `v1.37.2-eks-1`. */
export function parseMinor(version: string): Minor | undefined {
  const [, major, minor] = /^v?(\d{1,4})\.(\d{1,4})(?:\.\d+)*(?:[-+_].*)?$/.exec(version.trim()) ?? [];
  if (major === undefined || minor === undefined) return undefined;
  return `${Number(major)}.${Number(minor)}`;
}

/** The newest minor known that is not newer than this one, else the oldest known. */
export function nearestKnownMinor(minor: Minor): KnownMinor {
  let nearest = knownMinors[0] ?? newestMinor;
  for (const known of knownMinors) {
    if (compareMinors(known, minor) <= 0) nearest = known;
  }
  return nearest;
}

/** Negative where the first is the older one, positive where it is the newer one. */
export function compareMinors(one: Minor, other: Minor): number {
  return rank(one) - rank(other);
}

function rank(minor: Minor): number {
  const [major = "0", rest = "0"] = minor.split(".");
  return Number(major) * 10_000 + Number(rest);
}

/** A row of a generated table: the mask of the minors it holds for (bit 0 is the oldest known) and what it says. */
export type MaskedRow<Cells extends readonly unknown[]> = readonly [mask: number, ...cells: Cells];

export function holdsFor(row: MaskedRow<readonly unknown[]>, minor: KnownMinor): boolean {
  return ((row[0] >> knownMinors.indexOf(minor)) & 1) === 1;
}
