import { boundHolders, type Check, hop, note, quotable, subjectHop, takeSubjectOut } from "@authgraph/rules";

/** Nothing is gained by the binding; what it suggests is wrong. */
const score = 2.0;

export const check: Check = function* (context) {
  for (const bound of boundHolders(context, ["masters"])) {
    const { binding, subject, holder } = bound;
    // Kubernetes ships one itself: cluster-admin.
    if (subject.kind !== "Group" || binding.isShipped(subject)) continue;
    const { key, object } = binding.entry;
    const name = `${object.kind} ${quotable(object.meta.name.value)}`;
    const place = subjectHop(holder, subject, 1);
    yield {
      ruleId: "rbac-grant-system-masters",
      title: `the superusers' group can do everything already, so ${name} decides nothing for it`,
      score,
      confidence: "certain",
      place,
      hops: [place, hop(object.roleRef.name.origin, "adds nothing to what its members can do", 2)],
      notes: [
        note(
          "why",
          "members are allowed before any authorizer is asked; deleting this binding takes nothing from them",
        ),
      ],
      remedies: [takeSubjectOut(bound)],
      identity: { subject: holder.identity, object: key },
      cause: key,
      also: `${holder.name} is bound once more`,
    };
  }
};
