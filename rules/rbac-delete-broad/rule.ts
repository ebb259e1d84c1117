import { type Check, type HeldPower, inScope, isByWildcard, powerRisks } from "@authgraph/rules";

export const check: Check = (context) =>
  powerRisks(context, {
    id: "rbac-delete-broad",
    powers: ["delete-broad", "read-secrets"],
    tells: (power) => !isByWildcard(power) && (power.id === "delete-broad" || readsByDeleting(power)),
    words: (power) => [
      power.id === "read-secrets" && power.names.length === 0
        ? `delete Secrets ${inScope(power.scope)}, and so read every one`
        : power.phrase,
    ],
  });

function readsByDeleting({ witnesses: [{ verbs }] }: HeldPower): boolean {
  return verbs.every(({ value }) => value === "delete" || value === "deletecollection");
}
