import type { Configuration } from "../configuration/configuration.ts";

/**
 * The configuration of the state before, with the clusters of the one after where they have other names: a name is part
 * of every fingerprint, so that whoever only says where the border between clusters runs would find all of it new.
 */
export function splitAlike(
  before: Configuration | undefined,
  after: Configuration | undefined,
): Configuration | undefined {
  if (clusterNames(before) === clusterNames(after)) return before;
  if (before !== undefined) return { ...before, ...otherText(before), clusters: after?.clusters ?? [] };
  if (after === undefined) return undefined;
  return { ...after, ...otherText(after), templates: [], exclude: [], rules: [], expected: [], suppressions: [] };
}

function clusterNames(configuration: Configuration | undefined): string {
  return JSON.stringify((configuration?.clusters ?? []).map(({ name }) => name.value).sort());
}

/** It is neither of the two any more. */
function otherText({ source }: Configuration): Pick<Configuration, "source"> {
  return { source: { path: source.path, text: "" } };
}
