import { encodedApiResources } from "./generated/api-resources.gen.ts";
import { holdsFor, type KnownMinor, type MaskedRow } from "./versions.ts";

/** A resource in one version of its group, as discovery serves it by default. */
export interface ApiResource {
  readonly group: string;
  readonly version: string;
  /** Plural, as it stands in rules and paths. */
  readonly resource: string;
  readonly kind: string;
  readonly singular: string;
  readonly namespaced: boolean;
  readonly verbs: readonly string[];
  /** Each with its own verbs. */
  readonly subresources: ReadonlyMap<string, readonly string[]>;
  readonly shortNames: readonly string[];
  /** Such as `all`. */
  readonly categories: readonly string[];
}

type ResourceRow = MaskedRow<
  [
    group: string,
    version: string,
    resource: string,
    kind: string,
    singular: string,
    namespaced: 0 | 1,
    verbs: string,
    subresources: string,
    shortNames: string,
    categories: string,
  ]
>;

/**
 * What a server of this minor serves without further settings, in the order of its discovery.
 *
 * Rules may name more: alpha and most beta versions are off by default, and custom resources are the cluster's own.
 */
export function apiResources(minor: KnownMinor): readonly ApiResource[] {
  const rows: readonly ResourceRow[] = JSON.parse(encodedApiResources);
  return rows
    .filter((row) => holdsFor(row, minor))
    .map(([, group, version, resource, kind, singular, namespaced, verbs, subresources, shortNames, categories]) => ({
      group,
      version,
      resource,
      kind,
      singular,
      namespaced: namespaced === 1,
      verbs: words(verbs, ","),
      subresources: new Map(words(subresources, " ").map(subresource)),
      shortNames: words(shortNames, ","),
      categories: words(categories, ","),
    }));
}

/** From `scale:get,patch,update`. */
function subresource(text: string): [name: string, verbs: readonly string[]] {
  const colon = text.indexOf(":");
  return [text.slice(0, colon), words(text.slice(colon + 1), ",")];
}

function words(text: string, separator: string): readonly string[] {
  return text === "" ? [] : text.split(separator);
}
