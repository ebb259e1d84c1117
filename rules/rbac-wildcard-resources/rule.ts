import { allResourcesWords, type Check, cataloguedPowers, isByWildcard, powerRisks } from "@authgraph/rules";

export const check: Check = (context) =>
  powerRisks(context, {
    id: "rbac-wildcard-resources",
    // Everything at once has a rule of its own.
    powers: [...cataloguedPowers(context.minor).filter((id) => id !== "everything"), "every-path"],
    tells: (power) => power.id === "every-path" || isByWildcard(power),
    words: allResourcesWords,
    tellsOthers: true,
    instead: ({ id }) =>
      id === "read-secrets" ? ["to look around, bind the ClusterRole view: it leaves Secrets out"] : [],
  });
