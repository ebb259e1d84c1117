import type { InputFile, Sources } from "../input.ts";
import type { Configuration, ConfiguredExclude } from "./configuration.ts";
import { matcherOf } from "./path-pattern.ts";

/** Sources without what the configuration excludes: that is listed as skipped and never read. */
export interface RemainingSources {
  readonly sources: Sources;
  /** Entries that no file was met for, once all were listed. */
  unused(): readonly ConfiguredExclude[];
}

export function withoutExcluded(sources: Sources, configuration: Configuration | undefined): RemainingSources {
  const exclude = configuration?.exclude ?? [];
  if (configuration === undefined || exclude.length === 0) return { sources, unused: () => [] };
  const entries = exclude.map((entry) => ({ entry, holds: matcherOf(entry.paths.map(({ value }) => value)) }));
  const used = new Set<ConfiguredExclude>();

  function isExcluded(path: string): boolean {
    const inside = configuration?.pathOf(path.endsWith("/") ? path.slice(0, -1) : path);
    const matching = inside === undefined ? [] : entries.filter(({ holds }) => holds(inside));
    for (const { entry } of matching) used.add(entry);
    return matching.length > 0;
  }

  function without(file: InputFile): InputFile {
    const { path } = file;
    const isOut = isExcluded(path);
    return isOut && file.outcome !== "skipped"
      ? { outcome: "skipped", path, reason: "excluded by authgraph.yaml" }
      : file;
  }

  return {
    sources: {
      ...sources,
      *list() {
        for (const file of sources.list()) yield without(file);
      },
      find(path, accepted) {
        const file = sources.find(path, accepted);
        return file === undefined ? undefined : without(file);
      },
    },
    unused: () => exclude.filter((entry) => !used.has(entry)),
  };
}
