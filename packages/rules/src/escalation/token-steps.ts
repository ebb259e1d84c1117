import { serviceAccountUserName, userKey } from "@authgraph/kubernetes";
import { tokenSecrets } from "../accounts.ts";
import { ruleGives } from "../powers.ts";
import { inScope, listed, ofScope, quotable } from "../wording.ts";
import type { HeldGift } from "./abilities.ts";
import { ownGifts, pairsOf } from "./held-gifts.ts";
import { identityVertex, type Step } from "./step.ts";
import { grantedStep } from "./step-of.ts";
import { accountsNamed, namespaceOf, type Taker } from "./taker.ts";

/** Tokens of other accounts: issued, read, or made to be read. */
export function* tokenSteps(taker: Taker): Iterable<Step> {
  yield* requestSteps(taker);
  yield* readSteps(taker);
  yield* createSteps(taker);
}

function* requestSteps(taker: Taker): Iterable<Step> {
  const { context, from, held } = taker;
  for (const gift of ownGifts(held, "request-tokens")) {
    const { names, grant } = gift;
    const { scope } = grant;
    const base = { kind: "request-token", from, power: "create-tokens", gifts: [gift], scope } as const;
    if (names.length === 0) {
      const phrase = `issue tokens of every ServiceAccount ${ofScope(scope)}`;
      yield grantedStep(context, { ...base, to: { kind: "any-account", namespace: namespaceOf(scope) }, phrase });
      continue;
    }
    const where = scope.kind === "cluster" ? "in every namespace" : inScope(scope);
    const phrase = `issue tokens of ServiceAccount ${listed(names.map(quotable))} ${where}`;
    for (const to of accountsNamed(taker, scope, names)) yield grantedStep(context, { ...base, names, to, phrase });
  }
}

function* readSteps({ context, from, held }: Taker): Iterable<Step> {
  for (const gift of ownGifts(held, "read-secrets")) {
    const { names, grant } = gift;
    const { scope } = grant;
    const base = { kind: "read-token-secret", from, power: "read-secrets", gifts: [gift], scope } as const;
    if (names.length === 0) {
      const phrase = `read every Secret ${inScope(scope)}`;
      yield grantedStep(context, { ...base, to: { kind: "secrets", namespace: namespaceOf(scope) }, phrase });
      continue;
    }
    for (const { entry, namespace, account } of tokenSecrets(context.graph)) {
      const name = entry.object.meta.name.value;
      if (!names.includes(name) || (scope.kind === "namespace" && scope.namespace !== entry.namespace)) continue;
      const to = identityVertex(userKey(serviceAccountUserName(namespace, account)));
      const phrase = `read Secret ${quotable(name)} ${inScope(scope)}, a token`;
      yield grantedStep(context, { ...base, names, to, phrase });
    }
  }
}

/** The token controller fills a Secret of its type with a token of the account that it names. */
function* createSteps({ context, from, held }: Taker): Iterable<Step> {
  const base = { kind: "create-token-secret", from, power: "write-secrets" } as const;
  const everywhere = new Set<string>();
  for (const { gifts, scope } of pairsOf(
    held,
    "create-secrets",
    "read-secrets",
    (_, { names }) => names.length === 0,
  )) {
    everywhere.add(namespaceOf(scope) ?? "");
    const phrase = `write and read token Secrets ${inScope(scope)}`;
    const to = { kind: "any-account", namespace: namespaceOf(scope) } as const;
    yield grantedStep(context, { ...base, to, gifts, scope, phrase });
  }
  for (const { gifts, scope } of pairsOf(held, "create-secrets", "read-secrets", (_, { names }) => names.length > 0)) {
    const namespace = namespaceOf(scope);
    if (everywhere.has("") || everywhere.has(namespace ?? "")) continue;
    const [, read] = gifts;
    const name = listed(read.names.map(quotable), 1);
    yield grantedStep(context, {
      ...base,
      to: { kind: "any-account", namespace },
      gifts,
      scope,
      phrase: `write and read Secret ${name} ${inScope(scope)} as a token`,
      // What is there under that name keeps its type, so it has to go first.
      ...(canDelete(read) ? {} : { assumption: "no Secret of that name is there yet", confidence: "possible" }),
    });
  }
}

function canDelete({ grant: { rule } }: HeldGift): boolean {
  return ruleGives(rule, { verb: "delete", apiGroup: "", resource: "secrets", subresource: "", carriesName: true });
}
