import type { Run } from "@authgraph/engine";
import type { Finding } from "@authgraph/rules";
import type { Origin, TextOrigin } from "@authgraph/source";
import { compareText } from "./order.ts";
import { placeText } from "./place.ts";
import { type OneLineRegion, regionOf, repositoryPathsOf } from "./regions.ts";
import { shownPlace } from "./shown-place.ts";

/** Where the repository lies that a format names its files from. */
export interface RepositoryOptions {
  /** The folder, from the root of the repository, that the paths of the run start from. */
  readonly base?: string | undefined;
  /** What `base` cannot say: the path of a file from the root of the repository, undefined where it is none of it. */
  readonly pathInRepository?: ((path: string) => string | undefined) | undefined;
}

/** A place in a file of the repository. */
export interface RepositoryPlace {
  readonly origin: TextOrigin;
  /** From the root of the repository, as git writes it. */
  readonly path: string;
  readonly region: OneLineRegion;
}

/** Finds places in the repository. */
export interface RepositoryPlaces {
  /** Where the finding is shown; undefined where no file of the repository tells of it. */
  readonly ofFinding: (finding: Finding) => RepositoryPlace | undefined;
  readonly of: (origin: Origin) => RepositoryPlace | undefined;
  /** Most severe first, then by path from the root: a run has them by paths as they were named, from wherever. */
  readonly inOrder: (findings: readonly Finding[]) => readonly Finding[];
  /** `path:line` for people, from the root of the repository where it is a file of it. */
  readonly words: (origin: Origin) => string;
}

export function repositoryPlaces({ base = "", pathInRepository }: RepositoryOptions): RepositoryPlaces {
  const pathOf = repositoryPathsOf(base, pathInRepository);
  const of = (origin: Origin): RepositoryPlace | undefined => {
    const path = origin.kind === "text" ? pathOf(origin.source) : undefined;
    return origin.kind === "text" && path !== undefined ? { origin, path, region: regionOf(origin) } : undefined;
  };
  const pathIn = ({ place: { origin } }: Finding): string =>
    origin.kind === "text" ? (pathOf(origin.source) ?? origin.source.path) : "";
  const start = ({ place: { origin } }: Finding): number => (origin.kind === "text" ? origin.start : 0);
  const isBuiltIn = ({ place: { origin } }: Finding): number => (origin.kind === "text" ? 0 : 1);
  return {
    of,
    inOrder: (findings) =>
      findings.toSorted(
        (a, b) =>
          b.score - a.score || isBuiltIn(a) - isBuiltIn(b) || compareText(pathIn(a), pathIn(b)) || start(a) - start(b),
      ),
    ofFinding: (finding) => {
      const origin = shownPlace(finding);
      return origin === undefined ? undefined : of(origin);
    },
    words: (origin) => {
      const place = of(origin);
      return place === undefined ? placeText(origin) : `${place.path}:${place.region.startLine}`;
    },
  };
}

/** How many findings a format leaves out that knows nothing but files of the repository. */
export function findingsWithoutFile({ findings }: Run, options: RepositoryOptions): number {
  const { ofFinding } = repositoryPlaces(options);
  return findings.filter((finding) => ofFinding(finding) === undefined).length;
}
