import type { AccessComparison, ClusterComparison } from "@authgraph/engine";
import { type Access, accessWords } from "@authgraph/rules";
import { powersByAccess } from "./access-change-groups.ts";
import { whoWords } from "./access-change-words.ts";
import { optionalPlace, place } from "./json-place.ts";
import { subjectOfKey } from "./vertex-words.ts";

/** The same for programs, cluster by cluster: `docs/schemas/diff.schema.json` says what stands where. */
export function accessChangeValues(clusters: readonly ClusterComparison[]): readonly object[] {
  const powerOf = powersByAccess();
  return clusters.map(({ cluster, comparison }) => ({
    cluster,
    subjects: comparison.subjects.map((subject) => subjectValue(subject, powerOf)),
    settings: comparison.settings.map(settingValue),
  }));
}

type SubjectChange = AccessComparison["subjects"][number];

type PowerOf = ReturnType<typeof powersByAccess>;

function subjectValue({ subject, gained, lost }: SubjectChange, powerOf: PowerOf): object {
  return {
    subject: { ...subjectOfKey(subject), text: whoWords(subject) },
    gained: gained.map((change) => changeValue(change, powerOf)),
    lost: lost.map((change) => changeValue(change, powerOf)),
  };
}

function changeValue({ access, through, origin }: SubjectChange["gained"][number], powerOf: PowerOf): object {
  const power = powerOf(access);
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
