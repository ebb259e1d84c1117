import { type Access, parseAccessWords } from "@authgraph/graph";
import type { Suppression } from "@authgraph/rules";
import type { Located } from "@authgraph/source";
import type {
  Configuration,
  ConfiguredSuppression,
  ExpectedGrant,
  ValidWhile,
} from "../configuration/configuration.ts";
import { isDay } from "../configuration/values.ts";
import type { SearchedCluster } from "../search.ts";
import { type Selector, suppressionKey, type WrittenSuppression } from "./written-suppression.ts";

/** Every entry of `suppressions` and of `expected`. */
export function fromConfiguration(
  configuration: Configuration,
  searched: readonly SearchedCluster[],
): readonly WrittenSuppression[] {
  const clusters: Clusters = {
    searched: searched.map(({ name }) => name),
    configured: configuration.clusters.map(({ name }) => name.value),
  };
  return [
    ...configuration.suppressions.map((one) => ofEntry(one, clusters)),
    ...configuration.expected.map((one) => ofGrant(one, clusters)),
  ];
}

/** Names of those that were looked at, and of all there are. */
interface Clusters {
  readonly searched: readonly string[];
  readonly configured: readonly string[];
}

function ofEntry(entry: ConfiguredSuppression, clusters: Clusters): WrittenSuppression {
  const { origin, rules, reason, until, validWhile, cluster } = entry;
  const object = entry.object?.value;
  const subject = entry.subject?.value;
  const path = entry.path?.value;
  const fingerprint = entry.fingerprint?.value;
  const selects = [
    object,
    subject === undefined || object === undefined ? subject : `of ${subject}`,
    path === undefined ? undefined : `in ${path}`,
    fingerprint,
  ]
    .filter((one) => one !== undefined)
    .join(" ");
  const about: Omit<Suppression, "key"> = {
    form: "configuration",
    origin,
    label: selects,
    selects,
    rules,
    reason,
    until,
  };
  const problem =
    problemOf(reason, until, cluster, clusters) ??
    (selects === "" ? "says neither object, subject, path nor fingerprint" : undefined) ??
    (rules.length === 0 && fingerprint === undefined ? "names no rule" : undefined) ??
    (rules.some(({ value }) => value.includes("*")) ? "names its rules one by one, there is no wildcard" : undefined);
  const key = suppressionKey(about, [cluster?.value, ...conditionsOf(validWhile)]);
  return {
    ...placed(about, key, cluster, clusters, problem),
    selector: problem === undefined ? { by: "entry", object, subject, path, fingerprint } : undefined,
    validWhile,
  };
}

function ofGrant(grant: ExpectedGrant, clusters: Clusters): WrittenSuppression {
  const { origin, subject, binding, access, reason, until, cluster } = grant;
  const selects = binding === undefined ? subject.value : `${subject.value} through ${binding.value}`;
  const about: Omit<Suppression, "key"> = {
    form: "expected",
    origin,
    label: selects,
    selects,
    rules: [],
    reason,
    until,
  };
  const read = access.map(({ value }) => ({ value, access: parseAccessWords(value) }));
  const unreadable = read.find((one) => one.access === undefined);
  const problem =
    problemOf(reason, until, cluster, clusters) ??
    (unreadable === undefined
      ? undefined
      : `"${unreadable.value}" is no access in words, as get, list secrets in namespace web`);
  const selector: Selector = {
    by: "grant",
    subject: subject.value,
    binding: binding?.value,
    access: read.flatMap((one): readonly Access[] => (one.access === undefined ? [] : [one.access])),
  };
  const key = suppressionKey(about, [cluster?.value, ...access.map(({ value }) => value).sort()]);
  return {
    ...placed(about, key, cluster, clusters, problem),
    selector: problem === undefined ? selector : undefined,
    validWhile: undefined,
  };
}

function placed(
  about: Omit<Suppression, "key">,
  key: string,
  cluster: Located<string> | undefined,
  { searched }: Clusters,
  problem: string | undefined,
): Omit<WrittenSuppression, "selector" | "validWhile"> {
  const home = searched.find((name) => name === cluster?.value);
  return {
    suppression: { ...about, key },
    cluster: cluster?.value,
    home: home ?? searched[0] ?? "",
    problem,
    unjudged: cluster !== undefined && home === undefined,
  };
}

function problemOf(
  reason: string,
  until: Located<string> | undefined,
  cluster: Located<string> | undefined,
  { searched, configured }: Clusters,
): string | undefined {
  if (reason.trim() === "") return "says no reason";
  if (until !== undefined && !isDay(until.value)) return `"${until.value}" is no day: YYYY-MM-DD`;
  if (cluster !== undefined && ![...searched, ...configured].includes(cluster.value)) {
    return `there is no cluster "${cluster.value}"`;
  }
  return undefined;
}

function conditionsOf(validWhile: ValidWhile | undefined): readonly string[] {
  if (validWhile === undefined) return [];
  const values = (list: readonly Located<string>[]): string =>
    list
      .map(({ value }) => value)
      .sort()
      .join(",");
  return [`bound-only-in ${values(validWhile.boundOnlyIn)}`, `names-only ${values(validWhile.namesOnly)}`];
}
