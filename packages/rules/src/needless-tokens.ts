import { type AccessGraph, appliedNamespace, nearest } from "@authgraph/graph";
import {
  groupKey,
  namespaceServiceAccountsGroup,
  serviceAccountsGroup,
  serviceAccountUserName,
  userKey,
} from "@authgraph/kubernetes";
import type { Origin } from "@authgraph/source";
import { addField } from "./additions.ts";
import { boundHolders } from "./bound-holders.ts";
import { replaceBoolean } from "./edits.ts";
import { type HolderKind, serviceAccountHolder } from "./holders.ts";
import { hop } from "./hops.ts";
import { weakerConfidence } from "./rating.ts";
import type { Confidence, Remedy, Risk, TextEdit } from "./risk.ts";
import type { RuleContext } from "./rule.ts";
import { fitTitle, namespacedName, quotable } from "./wording.ts";
import {
  defaultAccount,
  isOneWorkload,
  type RunningAccount,
  type RunningWorkload,
  runningAccounts,
  workloadNames,
} from "./workloads.ts";

/**
 * Below what the table gives for reading without secrets (1.5): such a token can do nothing today. It proves to others
 * who it is, and it is there on the day somebody binds the account.
 */
const score = 1.0;

/** How many workloads are pointed at; the others are counted. */
const workloadsShown = 3;

/**
 * The risk that pods get a token of an account to which nothing is bound; nothing where they get none.
 *
 * One for each account: its object is where one line ends it. An account whose object is not among the inputs may well be
 * bound where that object is.
 */
export function needlessTokenRisk(context: RuleContext, ruleId: string, account: RunningAccount): Risk | undefined {
  const [object] = account.objects;
  if (object === undefined || mayBeBound(context, account)) return undefined;
  const workloads = account.workloads.filter(({ automounts }) => automounts);
  if (workloads.length === 0) return undefined;

  const holder = serviceAccountHolder(account.namespace, account.name);
  // Where one pod says nothing, the account is what decides.
  const said = workloads.some(({ automount }) => automount === undefined) ? undefined : workloads[0]?.automount;
  const place = hop(
    said?.origin ?? object.object.meta.name.origin,
    said === undefined ? "mounts its token in its pods: nothing says otherwise" : "mounts its token in its pods",
    2,
  );
  const runs = isOneWorkload(workloads) ? "gets" : "get";
  const whose = account.name === defaultAccount ? "default" : quotable(account.name);
  return {
    ruleId,
    title: fitTitle(
      `${workloadNames(workloads)} ${runs} a token of ServiceAccount ${whose}`,
      ", to which nothing is bound",
    ),
    score,
    confidence: workloads.map(({ confidence }) => confidence).reduce<Confidence>(weakerConfidence, "certain"),
    place,
    hops: [...workloads.slice(0, workloadsShown).map(runsAs), place],
    notes: [
      {
        kind: "why",
        text: "no binding that the API server would accept names it, so the token is of use only to whoever steals it",
      },
    ],
    remedies: [withoutToken(account, workloads)],
    identity: { subject: holder.identity, object: object.key },
    cause: object.key,
    also: `pods that run as ${holder.name} get a token they have no use for`,
  };
}

/** Less still: no pod among the inputs gets the token. */
const idleScore = 0.5;

/** The risks that a `default` account, written down without a word against it, would give its token to any pod to come. */
export function* idleDefaultRisks(context: RuleContext, ruleId: string): Iterable<Risk> {
  const { graph } = context;
  const running = new Set(runningAccounts(graph).flatMap(({ objects }) => objects.map(({ key }) => key)));
  for (const { object, key, namespace } of graph.inventory.entriesOf("ServiceAccount")) {
    const { meta, origin, automountServiceAccountToken: automount } = object;
    if (meta.name.value !== defaultAccount || automount?.value === false || running.has(key)) continue;
    if (mayBeBound(context, { namespace, name: defaultAccount })) continue;
    const holder = serviceAccountHolder(namespace, defaultAccount);
    const place = hop(automount?.origin ?? meta.name.origin, "mounts its token in pods that name no account", 1);
    yield {
      ruleId,
      title: `${holder.name} gives its token to every pod that names no other account`,
      score: idleScore,
      confidence: "certain",
      place,
      hops: [place],
      notes: [],
      remedies: [
        {
          text: "set automountServiceAccountToken: false on it; a pod that does need a token sets it to true",
          edits: automount === undefined ? noAutomount(origin) : replaceBoolean(automount.origin, false),
        },
      ],
      identity: { subject: holder.identity, object: key },
      cause: key,
      also: `${holder.name} gives its token to every pod that names no other account`,
    };
  }
}

function runsAs({ accountPlace, entry }: RunningWorkload): ReturnType<typeof hop> {
  return hop(accountPlace, entry.object.pod.serviceAccountName === undefined ? "runs as default" : "runs as it", 1);
}

/** Every place that says "mount it", or the account where none does. */
function withoutToken({ objects, name, namespace }: RunningAccount, workloads: readonly RunningWorkload[]): Remedy {
  const edits = new Map<string, readonly TextEdit[]>();
  const add = (origin: Origin, some: () => readonly TextEdit[]): void => {
    const at = origin.kind === "text" ? `${origin.source.path}:${origin.start}` : "";
    if (!edits.has(at)) edits.set(at, some());
  };
  for (const { automount, entry } of workloads) {
    if (automount !== undefined) add(automount.origin, () => replaceBoolean(automount.origin, false));
    else {
      for (const { object } of nearest(objects, entry.path)) {
        if (object.automountServiceAccountToken === undefined) add(object.origin, () => noAutomount(object.origin));
      }
    }
  }
  const all = [...edits.values()];
  return {
    text: `set automountServiceAccountToken: false on ServiceAccount ${namespacedName(namespace, name)}; a pod that does need a token sets it to true`,
    edits: all.some((some) => some.length === 0) ? [] : all.flat(),
  };
}

/** Writes into a pod spec or a ServiceAccount that no token is mounted. */
export function noAutomount(mapping: Origin): readonly TextEdit[] {
  return addField(mapping, "automountServiceAccountToken", "false");
}

interface BoundAccounts {
  /** Every namespace in which an account of this name is bound. */
  readonly byName: ReadonlyMap<string, ReadonlySet<string>>;
  /** Keys of the groups of accounts that somebody bound. */
  readonly groups: ReadonlySet<string>;
}

const boundAccounts = new WeakMap<AccessGraph, BoundAccounts>();

/**
 * Whether a binding may give an account something: one that names it or its groups, whatever the role.
 *
 * Inputs that hold one half of a cluster are the usual ones. Namespaces are often set by what applies them, so there an
 * account of that name in any namespace counts, except for `default`, of which each namespace has one.
 */
export function mayBeBound(
  context: RuleContext,
  { namespace, name }: Pick<RunningAccount, "namespace" | "name">,
): boolean {
  const { byName, groups } = boundAccountsOf(context);
  if (groups.has(groupKey(serviceAccountsGroup))) return true;
  if (groups.has(groupKey(namespaceServiceAccountsGroup(namespace)))) return true;
  const namespaces = byName.get(name);
  if (namespaces === undefined) return false;
  if (namespaces.has(namespace) || namespaces.has(appliedNamespace) || namespace === appliedNamespace) return true;
  return !context.graph.inventory.complete && name !== defaultAccount;
}

function boundAccountsOf(context: RuleContext): BoundAccounts {
  const { graph } = context;
  const known = boundAccounts.get(graph);
  if (known !== undefined) return known;
  const prefix = userKey(serviceAccountUserName("", "")).slice(0, -1);
  const byName = new Map<string, Set<string>>();
  for (const key of graph.subjectKeys) {
    if (!key.startsWith(prefix)) continue;
    const [namespace = "", name = ""] = key.slice(prefix.length).split(":");
    const namespaces = byName.get(name);
    if (namespaces === undefined) byName.set(name, new Set([namespace]));
    else namespaces.add(namespace);
  }
  const groups = new Set<string>();
  for (const { binding, subject, holder } of boundHolders(context, accountCrowds)) {
    if (!binding.isShipped(subject)) groups.add(holder.key);
  }
  const found = { byName, groups };
  boundAccounts.set(graph, found);
  return found;
}

const accountCrowds: readonly HolderKind[] = ["all-service-accounts", "namespace-service-accounts"];
