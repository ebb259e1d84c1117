import type { ApiResource } from "@authgraph/kubernetes";
import { isObject } from "./json-fields.ts";
import type { WrittenObjects } from "./stored-objects.ts";

/** What the CustomResourceDefinitions among the inputs make the server serve. */
export function customResources({ ofKind }: WrittenObjects): readonly ApiResource[] {
  return ofKind("apiextensions.k8s.io", "CustomResourceDefinition").flatMap(({ spec }) => {
    if (!isObject(spec) || !isObject(spec.names) || !Array.isArray(spec.versions)) return [];
    const { group, names, scope, versions } = spec;
    const { plural, kind, singular } = names;
    if (typeof group !== "string" || typeof plural !== "string" || typeof kind !== "string") return [];
    return versions.filter(isObject).flatMap((version): readonly ApiResource[] => {
      if (typeof version.name !== "string" || version.served !== true) return [];
      const subresources = isObject(version.subresources) ? Object.keys(version.subresources) : [];
      return [
        {
          group,
          version: version.name,
          resource: plural,
          kind,
          singular: typeof singular === "string" ? singular : kind.toLowerCase(),
          namespaced: scope === "Namespaced",
          verbs: ["create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"],
          subresources: new Map(subresources.map((name) => [name, ["get", "patch", "update"]])),
          shortNames: [],
          categories: [],
        },
      ];
    });
  });
}
