import type { PolicyRule, Subject } from "@authgraph/kubernetes";
import { type Access, accessOfRule } from "./access/access.ts";
import { uncovered } from "./access/uncovered.ts";
import { proposedBinding, proposedSubject } from "./change.ts";
import { ruleKey } from "./rule-key.ts";
import type { EffectiveRole, Grant, ResolvedBinding } from "./types.ts";

/** Every grant through a binding for one of its subjects; none where the role is missing. `wanted` tells which rules. */
export function* grantsThrough(
  binding: ResolvedBinding,
  subject: Subject,
  wanted: (rule: PolicyRule) => boolean = always,
): Iterable<Grant> {
  const { resolution } = binding;
  switch (resolution.outcome) {
    case "found":
      for (const rule of resolution.role.rules) {
        if (!wanted(rule)) continue;
        yield grant(binding, subject, resolution.role, rule, resolution.role.isCertain(rule));
      }
      return;
    case "ambiguous": {
      const isAgreed = agreementOf(resolution.roles);
      for (const role of resolution.roles) {
        for (const rule of role.rules) {
          if (wanted(rule)) yield grant(binding, subject, role, rule, isAgreed(rule));
        }
      }
      return;
    }
    case "missing":
      return;
  }
}

const always = (): boolean => true;

/** One grant; `isCertain` is false where variants of the role disagree about the rule. */
export function grant(
  binding: ResolvedBinding,
  subject: Subject,
  role: EffectiveRole,
  rule: PolicyRule,
  isCertain: boolean,
): Grant {
  return {
    subject,
    binding,
    role,
    rule,
    scope: binding.scope,
    shipped: (binding.isShipped(subject) && role.isShipped(rule)) || binding.isReserved?.(subject) === true,
    confidence: isCertain ? "certain" : "possible",
  };
}

const agreements = new WeakMap<readonly EffectiveRole[], (rule: PolicyRule) => boolean>();

/** Whether every variant gives for certain what a rule gives, in whichever of its own rules. */
function agreementOf(roles: readonly EffectiveRole[]): (rule: PolicyRule) => boolean {
  const before = agreements.get(roles);
  if (before !== undefined) return before;
  const variants = roles.map(({ rules, isCertain }) => {
    const certain = rules.filter(isCertain);
    return { keys: new Set(certain.map(ruleKey)), access: certain.map(anywhere) };
  });
  const known = new Map<string, boolean>();
  const isAgreed = (rule: PolicyRule): boolean => {
    const key = ruleKey(rule);
    const agreed =
      known.get(key) ??
      variants.every(({ keys, access }) => keys.has(key) || uncovered([anywhere(rule)], access).length === 0);
    known.set(key, agreed);
    return agreed;
  };
  agreements.set(roles, isAgreed);
  return isAgreed;
}

function anywhere(rule: PolicyRule): Access {
  return accessOfRule(rule, { kind: "cluster" });
}

/** What a role would give whoever is bound to it: a ClusterRole everywhere, a Role in its namespace. */
export function grantsIfBound(role: EffectiveRole): readonly Grant[] {
  const { object, namespace, path } = role.entry;
  const { kind, meta } = object;
  const subject = proposedSubject("Group", "whoever is bound to it");
  const bound = proposedBinding(meta.name.value, namespace, { kind, name: meta.name.value }, subject);
  const binding: ResolvedBinding = {
    entry: { key: `${bound.kind}/${namespace}/${meta.name.value}`, namespace, object: bound, path },
    scope: namespace === "" ? { kind: "cluster" } : { kind: "namespace", namespace },
    resolution: { outcome: "found", role },
    isShipped: () => false,
  };
  return role.rules.map((rule) => grant(binding, subject, role, rule, role.isCertain(rule)));
}
