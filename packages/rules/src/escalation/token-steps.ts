import { serviceAccountUserName, userKey } from "@authgraph/kubernetes";
import { tokenSecrets } from "../accounts.ts";
import { inScope, listed, ofScope, quotable } from "../wording.ts";
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
  for (const { gifts, scope } of pairsOf(held, "create-secrets", "read-secrets")) {
    yield grantedStep(context, {
      kind: "create-token-secret",
      from,
      to: { kind: "any-account", namespace: namespaceOf(scope) },
      power: "write-secrets",
      gifts,
      scope,
      phrase: `create and read Secrets ${inScope(scope)}, tokens of its ServiceAccounts among them`,
    });
  }
}
