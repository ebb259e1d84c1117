import { groupKey, mastersGroup, nodesGroup, userKey } from "@authgraph/kubernetes";
import { inScope, listed, ofScope, quotable } from "../wording.ts";
import { type HeldGift, isNodeUser } from "./abilities.ts";
import { ownGifts, pairsOf, partnerOf } from "./held-gifts.ts";
import { clusterAdminVertex, identityVertex, type Step, type Vertex } from "./step.ts";
import { grantedStep } from "./step-of.ts";
import { accountsNamed, namespaceOf, type Taker } from "./taker.ts";

/** Another identity by a header or by a certificate. */
export function* identitySteps(taker: Taker): Iterable<Step> {
  yield* asAccount(taker);
  yield* asUser(taker);
  yield* asGroupMember(taker, "act-as-users");
  yield* asGroupMember(taker, "act-as-accounts");
  yield* certificateSteps(taker);
  yield* nodeCertificateSteps(taker);
}

function* asAccount(taker: Taker): Iterable<Step> {
  const { context, from, held } = taker;
  for (const gift of ownGifts(held, "act-as-accounts")) {
    const { names, grant } = gift;
    const { scope } = grant;
    const base = { kind: "impersonate", from, power: "impersonate-service-accounts", gifts: [gift], scope } as const;
    if (names.length === 0) {
      const phrase = `act as every ServiceAccount ${ofScope(scope)}`;
      yield grantedStep(context, { ...base, to: { kind: "any-account", namespace: namespaceOf(scope) }, phrase });
      continue;
    }
    const where = scope.kind === "cluster" ? "in every namespace" : inScope(scope);
    const phrase = `act as ServiceAccount ${listed(names.map(quotable))} ${where}`;
    for (const to of accountsNamed(taker, scope, names)) yield grantedStep(context, { ...base, names, to, phrase });
  }
}

function* asUser({ context, from, held }: Taker): Iterable<Step> {
  for (const gift of ownGifts(held, "act-as-users")) {
    const { names, grant } = gift;
    const base = { kind: "impersonate", from, power: "impersonate-users", scope: grant.scope } as const;
    if (names.length === 0) {
      const phrase = "act as any user";
      yield grantedStep(context, { ...base, gifts: [gift], to: { kind: "any-user", groups: false }, phrase });
      continue;
    }
    for (const name of names) {
      // The Node authorizer goes by both, the user name and the group.
      const inGroup = isNodeUser(name) ? partnerOf(gift, held, "act-as-groups", coversNodes) : undefined;
      if (isNodeUser(name) && inGroup === undefined) continue;
      yield grantedStep(context, {
        ...base,
        names: [name],
        gifts: inGroup === undefined ? [gift] : [gift, inGroup.partner],
        to: identityVertex(userKey(name)),
        phrase: `act as User ${quotable(name)}`,
      });
    }
  }
}

function coversNodes({ names }: HeldGift): boolean {
  return names.length === 0 || names.includes(nodesGroup);
}

/** A group alone is no identity: some user, or some ServiceAccount, must be allowed too. */
function* asGroupMember({ context, from, held }: Taker, somebody: "act-as-users" | "act-as-accounts"): Iterable<Step> {
  for (const { gifts, scope } of pairsOf(held, "act-as-groups", somebody)) {
    const [asked] = gifts;
    const base = { kind: "impersonate", from, power: "impersonate-users", gifts, scope } as const;
    if (asked.names.length === 0 || asked.names.includes(mastersGroup)) {
      const phrase = `act as a member of ${asked.names.length === 0 ? "any group" : "the superusers' group"}`;
      yield grantedStep(context, { ...base, names: asked.names, to: clusterAdminVertex, phrase });
      continue;
    }
    for (const name of asked.names) {
      const phrase = `act as a member of ${quotable(name)}`;
      yield grantedStep(context, { ...base, names: [name], to: identityVertex(groupKey(name)), phrase });
    }
  }
}

const anybody: Vertex = { kind: "any-user", groups: true };

/** A client certificate of anybody but the superusers (plugin/pkg/admission/certificates/subjectrestriction). */
function* certificateSteps({ context, from, held }: Taker): Iterable<Step> {
  for (const { gifts, scope } of pairsOf(held, "approve-signers", "approve-requests")) {
    const asking = partnerOf(gifts[0], held, "request-certificates", () => true);
    const base = { kind: "approve-certificate", from, to: anybody, power: "approve-certificates", scope } as const;
    if (asking === undefined) {
      const phrase = "approve client certificates for any user";
      const assumption = "somebody who shares the key asks for the certificate";
      yield grantedStep(context, { ...base, gifts, phrase, assumption, confidence: "likely" });
    } else {
      const phrase = "ask for a client certificate of any user and approve it";
      yield grantedStep(context, { ...base, gifts: [...gifts, asking.partner], phrase });
    }
  }
}

/** A client certificate of a node: approved by hand, or by kube-controller-manager for whoever has the right to that. */
function* nodeCertificateSteps({ context, from, held }: Taker): Iterable<Step> {
  const base = { kind: "approve-certificate", from, to: identityVertex(groupKey(nodesGroup)) } as const;
  for (const { gifts, scope } of pairsOf(held, "approve-node-signers", "approve-requests")) {
    const asking = partnerOf(gifts[0], held, "request-certificates", () => true);
    if (asking === undefined) continue;
    const phrase = "ask for a client certificate of any node and approve it";
    const given = { gifts: [...gifts, asking.partner], scope, phrase } as const;
    yield grantedStep(context, { ...base, ...given, power: "approve-node-certificates" });
  }
  for (const { gifts, scope } of pairsOf(held, "approved-as-nodes", "request-certificates")) {
    const phrase = "get client certificates in the name of any node";
    yield grantedStep(context, { ...base, power: "request-node-certificates", gifts, scope, phrase });
  }
}
