import { type Check, type HeldPower, isByWildcard, powerRisks } from "@authgraph/rules";

export const check: Check = (context) =>
  powerRisks(context, {
    id: "rbac-policy-engine-admin",
    powers: ["write-policy-engines"],
    tells: (power) => !isByWildcard(power) || isOfTheEngine(power),
  });

/** `*` of the engine's own group, rather than of all. */
function isOfTheEngine({ witnesses: [{ grant }] }: HeldPower): boolean {
  return grant.rule.apiGroups.every(({ value }) => value !== "*");
}
