import type { AccessComparison, ClusterComparison } from "@authgraph/engine";
import { type Access, accessWords, powerOfAccess } from "@authgraph/rules";
import { whoWords } from "./access-change-words.ts";
import { optionalPlace, place } from "./json-place.ts";
import { subjectOfKey } from "./vertex-words.ts";

/** The same for programs, cluster by cluster: `docs/schemas/diff.schema.json` says what stands where. */
export function accessChangeValues(clusters: readonly ClusterComparison[]): readonly object[] {
  return clusters.map(({ cluster, comparison }) => ({
    cluster,
    subjects: comparison.subjects.map(subjectValue),
    settings: comparison.settings.map(settingValue),
  }));
}

type SubjectChange = AccessComparison["subjects"][number];

function subjectValue({ subject, gained, lost }: SubjectChange): object {
  return {
    subject: { ...subjectOfKey(subject), text: whoWords(subject) },
    gained: gained.map(changeValue),
    lost: lost.map(changeValue),
  };
}

function changeValue({ access, through, origin }: SubjectChange["gained"][number]): object {
  const power = powerOfAccess(access);
  return {
    through,
    place: place(origin),
    ...(power === undefined ? {} : { power: { id: power.id, level: power.level, phrase: power.phrase } }),
    access: access.map(accessValue),
  };
}

/** Access by its lists; those that are empty are left out. */
function accessValue(access: Access): object {
  const { scope, verbs, apiGroups, resources, resourceNames, nonResourceURLs } = access;
  const lists = Object.entries({ verbs, apiGroups, resources, resourceNames, nonResourceURLs });
  return {
    text: accessWords(access),
    ...(scope.kind === "cluster" ? {} : { namespace: scope.namespace }),
    ...Object.fromEntries(lists.filter(([, list]) => list.length > 0)),
  };
}

function settingValue({ setting, before, after, wider, origin }: AccessComparison["settings"][number]): object {
  return { setting, before, after, wider, ...optionalPlace(origin) };
}
