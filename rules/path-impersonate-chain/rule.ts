import {
  type BoundPath,
  type Check,
  impersonationsOf,
  membershipsOf,
  pathRisks,
  type RuleContext,
} from "@authgraph/rules";

export const check: Check = (context) =>
  pathRisks(context, {
    id: "path-impersonate-chain",
    kinds: ["impersonate"],
    tells: (found) => gainsMoreThanOneStep(context, found),
  });

/** What whoever it acts as can do at once is told of the right to impersonate. */
function gainsMoreThanOneStep(context: RuleContext, { bound: { holder }, level }: BoundPath): boolean {
  const grants = [holder.key, ...membershipsOf(holder.key)].flatMap((key) => [...context.graph.grantsOf(key)]);
  const [strongest] = impersonationsOf(context, grants, holder.key);
  return strongest === undefined || level < strongest.level;
}
