import {
  appliedNamespace,
  boundHolders,
  type Check,
  fitTitle,
  quotable,
  roleRefHop,
  subjectHop,
  takeSubjectOut,
} from "@authgraph/rules";

/** What it gives has rules of its own; this is that it crosses a border. */
const score = 1.0;

export const check: Check = function* (context) {
  for (const bound of boundHolders(context, ["service-account"], ({ scope }) => scope.kind === "namespace")) {
    const { binding, subject, holder } = bound;
    const { key, namespace, object } = binding.entry;
    const from = subject.kind === "ServiceAccount" ? subject.namespace?.value : undefined;
    if (from === undefined || from === "" || from === namespace || namespace === appliedNamespace) continue;
    if (binding.isShipped(subject)) continue;
    const place = subjectHop(holder, subject, 1);
    yield {
      ruleId: "rbac-cross-namespace-sa",
      title: fitTitle(
        `${holder.name} is bound to ${quotable(object.roleRef.name.value)}`,
        ` in ${quotable(namespace)}, which is not its namespace`,
      ),
      score,
      confidence: "certain",
      place,
      hops: [place, roleRefHop(binding, 2)],
      notes: [],
      remedies: [takeSubjectOut(bound)],
      identity: { subject: holder.identity, object: key },
      cause: key,
      also: `${holder.name} is of another namespace`,
    };
  }
};
