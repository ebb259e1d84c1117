import { type AccessGraph, appliedNamespace, type Entry, type Grant, type Scope } from "@authgraph/graph";
import {
  groupKey,
  namespaceServiceAccountsGroup,
  type PolicyRule,
  parseServiceAccountUserName,
  type Secret,
  serviceAccountsGroup,
  serviceAccountUserName,
  userKey,
} from "@authgraph/kubernetes";
import {
  cataloguedPowersOf,
  controllersNamespace,
  type HeldPower,
  powersOf,
  powersTouchedBy,
  strongestPower,
} from "./powers.ts";
import type { RuleContext } from "./rule.ts";

/** A ServiceAccount and the most it can do. */
export interface PowerfulAccount {
  /** Its key in the graph. */
  readonly key: string;
  readonly namespace: string;
  readonly name: string;
  readonly power: HeldPower;
}

/** A Secret that the token controller fills, and the account whose token it then holds. */
export interface TokenSecret {
  readonly entry: Entry<Secret>;
  readonly namespace: string;
  readonly account: string;
}

const tokenSecretType = "kubernetes.io/service-account-token";
const accountAnnotation = "kubernetes.io/service-account.name";
const invalidSinceLabel = "kubernetes.io/legacy-token-invalid-since";

/** Everything a ServiceAccount can do by its own bindings and those of its groups, strongest first. */
export function accountPower({ graph, minor }: RuleContext, namespace: string, name: string): HeldPower | undefined {
  return strongestPower(accountGrants(graph, namespace, name), minor);
}

/** The same, power for power; dearer, since each is told in words. */
export function accountPowers({ graph, minor }: RuleContext, namespace: string, name: string): readonly HeldPower[] {
  return powersOf(accountGrants(graph, namespace, name), minor);
}

/** Whether a power of the catalogue may be among them: of most accounts none is, and this is the cheapest to ask. */
export function mayHaveNamedPower({ graph, minor }: RuleContext, namespace: string, name: string): boolean {
  const touches = (rule: PolicyRule): boolean => powersTouchedBy(rule, minor).length > 0;
  const [first] = accountGrants(graph, namespace, name, touches);
  return first !== undefined;
}

function* accountGrants(
  graph: AccessGraph,
  namespace: string,
  name: string,
  wanted?: (rule: PolicyRule) => boolean,
): Iterable<Grant> {
  yield* graph.grantsOf(userKey(serviceAccountUserName(namespace, name)), wanted);
  // What Kubernetes gives every account says nothing about this one.
  yield* writtenGrants(graph, groupKey(serviceAccountsGroup), wanted);
  yield* writtenGrants(graph, groupKey(namespaceServiceAccountsGroup(namespace)), wanted);
}

/**
 * The account worth most to whoever can be any account of the scope; what Kubernetes ships by itself is left out.
 *
 * `than` is the one who asks: nobody gains by becoming itself.
 */
export function strongestAccount(context: RuleContext, scope: Scope, than: string): PowerfulAccount | undefined {
  const accounts = accountsOf(context);
  return strongestOther(
    scope.kind === "namespace" ? accounts.byNamespace.get(scope.namespace) : accounts.overall,
    than,
  );
}

/** The account worth most of those with one of these names, in the namespace or, cluster-wide, in any. */
export function strongestAccountNamed(
  context: RuleContext,
  scope: Scope,
  names: readonly string[],
  than: string,
): PowerfulAccount | undefined {
  let strongest: PowerfulAccount | undefined;
  for (const name of names) {
    // Kubernetes binds accounts of kube-system itself.
    const namespace = scope.kind === "cluster" ? controllersNamespace : scope.namespace;
    const found = [
      scope.kind === "cluster" ? strongestOther(accountsOf(context).byName.get(name), than) : undefined,
      accountInNamespace(context, namespace, name, than),
    ];
    for (const one of found) if (one !== undefined && isStronger(one.power, strongest)) strongest = one;
  }
  return strongest;
}

function accountInNamespace(
  context: RuleContext,
  namespace: string,
  name: string,
  than: string,
): PowerfulAccount | undefined {
  const key = userKey(serviceAccountUserName(namespace, name));
  const power = key === than ? undefined : accountPower(context, namespace, name);
  return power === undefined ? undefined : { key, namespace, name, power };
}

/** The two strongest, so that one is left where the other is who asks. */
type StrongestTwo<T extends PowerfulAccount = PowerfulAccount> = readonly [T, (T | undefined)?];

function strongestOther<T extends PowerfulAccount>(two: StrongestTwo<T> | undefined, than: string): T | undefined {
  return two?.[0].key === than ? two[1] : two?.[0];
}

/** With one more account in the race; the first of equals stays ahead. */
function withContender<T extends PowerfulAccount>(two: StrongestTwo<T> | undefined, contender: T): StrongestTwo<T> {
  if (two === undefined) return [contender];
  const [first, second] = two;
  if (isStronger(contender.power, first)) return first.key === contender.key ? [contender, second] : [contender, first];
  if (first.key === contender.key) return two;
  return isStronger(contender.power, second) ? [first, contender] : two;
}

interface StrongestAccounts {
  readonly overall: StrongestTwo | undefined;
  readonly byNamespace: ReadonlyMap<string, StrongestTwo>;
  readonly byName: ReadonlyMap<string, StrongestTwo>;
}

const strongestAccounts = new WeakMap<AccessGraph, StrongestAccounts>();

/** The strongest of the accounts that an input binds, as far as being one of them is worth anything: by named powers. */
function accountsOf(context: RuleContext): StrongestAccounts {
  const known = strongestAccounts.get(context.graph);
  if (known !== undefined) return known;

  const touches = (rule: PolicyRule): boolean => powersTouchedBy(rule, context.minor).length > 0;
  let overall: StrongestTwo | undefined;
  const byNamespace = new Map<string, StrongestTwo>();
  const byName = new Map<string, StrongestTwo>();
  for (const bound of boundAccounts(context.graph)) {
    const [power] = cataloguedPowersOf(writtenGrants(context.graph, bound.key, touches), context.minor);
    if (power === undefined) continue;
    const account = { ...bound, power };
    overall = withContender(overall, account);
    byNamespace.set(account.namespace, withContender(byNamespace.get(account.namespace), account));
    byName.set(account.name, withContender(byName.get(account.name), account));
  }
  const strongest = { overall, byNamespace, byName };
  strongestAccounts.set(context.graph, strongest);
  return strongest;
}

function* boundAccounts(graph: AccessGraph): Iterable<{ key: string; namespace: string; name: string }> {
  const prefix = userKey("");
  for (const key of graph.subjectKeys) {
    if (!key.startsWith(prefix)) continue;
    const user = key.slice(prefix.length);
    const account = parseServiceAccountUserName(user) ?? appliedAccount(user);
    if (account !== undefined) yield { key, ...account };
  }
}

/** An account whose namespace the inputs do not say: its key holds the placeholder, which is no valid name. */
function appliedAccount(user: string): { namespace: string; name: string } | undefined {
  const prefix = serviceAccountUserName(appliedNamespace, "");
  return user.startsWith(prefix) ? { namespace: appliedNamespace, name: user.slice(prefix.length) } : undefined;
}

function* writtenGrants(graph: AccessGraph, key: string, wanted?: (rule: PolicyRule) => boolean): Iterable<Grant> {
  for (const grant of graph.grantsOf(key, wanted)) if (!grant.shipped) yield grant;
}

/** Secrets whose token the API server accepts, as far as the inputs say. */
export function tokenSecrets({ inventory }: AccessGraph): readonly TokenSecret[] {
  return inventory.entriesOf("Secret").flatMap((entry) => {
    const { type, meta, tokenClaims } = entry.object;
    if (type.value !== tokenSecretType) return [];
    // An empty label does not count (pkg/serviceaccount/legacy.go: Validate).
    if ((meta.labels.get(invalidSinceLabel)?.value ?? "") !== "") return [];
    const account = tokenClaims?.serviceAccount ?? meta.annotations.get(accountAnnotation)?.value;
    if (account === undefined || account === "") return [];
    return [{ entry, namespace: tokenClaims?.namespace ?? entry.namespace, account }];
  });
}

/** Where the Secret says whose token it holds. */
export const accountAnnotationName: string = accountAnnotation;

/** A token Secret and the most its account can do. */
export interface PoweredTokenSecret extends PowerfulAccount {
  readonly secret: TokenSecret;
}

interface StrongestSecrets {
  readonly overall: StrongestTwo<PoweredTokenSecret> | undefined;
  readonly byNamespace: ReadonlyMap<string, StrongestTwo<PoweredTokenSecret>>;
  readonly byName: ReadonlyMap<string, readonly PoweredTokenSecret[]>;
}

const strongestSecrets = new WeakMap<AccessGraph, StrongestSecrets>();

/**
 * The token Secret in reach of whoever reads the Secrets of a scope whose account is worth most.
 *
 * Only those of some names, where names limit it; `than` is the reader, who gains nothing by a token of its own.
 */
export function strongestTokenSecret(
  context: RuleContext,
  scope: Scope,
  names: readonly string[],
  than: string,
): PoweredTokenSecret | undefined {
  const { overall, byNamespace, byName } = strongestSecretsOf(context);
  if (names.length === 0) {
    return strongestOther(scope.kind === "cluster" ? overall : byNamespace.get(scope.namespace), than);
  }
  let strongest: PoweredTokenSecret | undefined;
  for (const powered of names.flatMap((name) => byName.get(name) ?? [])) {
    const inReach = scope.kind === "cluster" || powered.secret.entry.namespace === scope.namespace;
    if (inReach && powered.key !== than && isStronger(powered.power, strongest)) strongest = powered;
  }
  return strongest;
}

function strongestSecretsOf(context: RuleContext): StrongestSecrets {
  const known = strongestSecrets.get(context.graph);
  if (known !== undefined) return known;
  let overall: StrongestTwo<PoweredTokenSecret> | undefined;
  const byNamespace = new Map<string, StrongestTwo<PoweredTokenSecret>>();
  const byName = new Map<string, PoweredTokenSecret[]>();
  for (const secret of tokenSecrets(context.graph)) {
    const { namespace, account: name, entry } = secret;
    const power = accountPower(context, namespace, name);
    if (power === undefined) continue;
    const powered = { key: userKey(serviceAccountUserName(namespace, name)), namespace, name, power, secret };
    overall = withContender(overall, powered);
    byNamespace.set(entry.namespace, withContender(byNamespace.get(entry.namespace), powered));
    const secretName = entry.object.meta.name.value;
    const sameName = byName.get(secretName);
    if (sameName === undefined) byName.set(secretName, [powered]);
    else sameName.push(powered);
  }
  const strongest = { overall, byNamespace, byName };
  strongestSecrets.set(context.graph, strongest);
  return strongest;
}

function isStronger(power: HeldPower, than: PowerfulAccount | undefined): boolean {
  return than === undefined || power.level < than.power.level;
}
