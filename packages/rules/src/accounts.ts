import { type AccessGraph, appliedNamespace, type Entry, type Grant, type Scope } from "@authgraph/graph";
import {
  groupKey,
  namespaceServiceAccountsGroup,
  parseServiceAccountUserName,
  type Secret,
  serviceAccountsGroup,
  serviceAccountUserName,
  userKey,
} from "@authgraph/kubernetes";
import { type HeldPower, strongestPower } from "./powers.ts";
import type { RuleContext } from "./rule.ts";

/** A ServiceAccount and the most it can do. */
export interface PowerfulAccount {
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

function* accountGrants(graph: AccessGraph, namespace: string, name: string): Iterable<Grant> {
  yield* graph.grantsOf(userKey(serviceAccountUserName(namespace, name)));
  // What Kubernetes gives every account says nothing about this one.
  yield* writtenGrants(graph, groupKey(serviceAccountsGroup));
  yield* writtenGrants(graph, groupKey(namespaceServiceAccountsGroup(namespace)));
}

/** The account worth most to whoever can be any account of the scope; what Kubernetes ships by itself is left out. */
export function strongestAccount(context: RuleContext, scope: Scope): PowerfulAccount | undefined {
  const accounts = accountsOf(context);
  if (scope.kind === "namespace") return accounts.get(scope.namespace);
  let strongest: PowerfulAccount | undefined;
  for (const account of accounts.values()) {
    if (strongest === undefined || account.power.level < strongest.power.level) strongest = account;
  }
  return strongest;
}

const strongestByNamespace = new WeakMap<AccessGraph, ReadonlyMap<string, PowerfulAccount>>();

/** Of each namespace the strongest account that an input binds. */
function accountsOf(context: RuleContext): ReadonlyMap<string, PowerfulAccount> {
  const known = strongestByNamespace.get(context.graph);
  if (known !== undefined) return known;

  const strongest = new Map<string, PowerfulAccount>();
  for (const account of boundAccounts(context.graph)) {
    const power = strongestPower(writtenGrants(context.graph, account.key), context.minor);
    if (power === undefined) continue;
    const before = strongest.get(account.namespace);
    if (before === undefined || power.level < before.power.level)
      strongest.set(account.namespace, { ...account, power });
  }
  strongestByNamespace.set(context.graph, strongest);
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

function* writtenGrants(graph: AccessGraph, key: string): Iterable<Grant> {
  for (const grant of graph.grantsOf(key)) if (!grant.shipped) yield grant;
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
  readonly overall: PoweredTokenSecret | undefined;
  readonly byNamespace: ReadonlyMap<string, PoweredTokenSecret>;
}

const strongestSecrets = new WeakMap<AccessGraph, StrongestSecrets>();

/** The token Secret in reach of whoever reads the Secrets of a scope whose account is worth most. */
export function strongestTokenSecret(context: RuleContext, scope: Scope): PoweredTokenSecret | undefined {
  const { overall, byNamespace } = strongestSecretsOf(context);
  return scope.kind === "cluster" ? overall : byNamespace.get(scope.namespace);
}

function strongestSecretsOf(context: RuleContext): StrongestSecrets {
  const known = strongestSecrets.get(context.graph);
  if (known !== undefined) return known;
  let overall: PoweredTokenSecret | undefined;
  const byNamespace = new Map<string, PoweredTokenSecret>();
  for (const secret of tokenSecrets(context.graph)) {
    const power = accountPower(context, secret.namespace, secret.account);
    if (power === undefined) continue;
    const powered = { namespace: secret.namespace, name: secret.account, power, secret };
    if (isStronger(power, overall)) overall = powered;
    if (isStronger(power, byNamespace.get(secret.entry.namespace))) byNamespace.set(secret.entry.namespace, powered);
  }
  const strongest = { overall, byNamespace };
  strongestSecrets.set(context.graph, strongest);
  return strongest;
}

function isStronger(power: HeldPower, than: PowerfulAccount | undefined): boolean {
  return than === undefined || power.level < than.power.level;
}
