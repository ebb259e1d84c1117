import {
  type Check,
  fitTitle,
  hop,
  quotable,
  renameField,
  replaceScalar,
  serviceAccountHolder,
  workloadName,
  workloadsOf,
} from "@authgraph/rules";

/** It works, today. */
const score = 0.1;

export const check: Check = function* ({ graph }) {
  for (const workload of workloadsOf(graph)) {
    const { deprecatedServiceAccount: old, serviceAccountName: name } = workload.entry.object.pod;
    if (old === undefined || name === undefined) continue;
    const counts = old.origin === name.origin;
    // The API server itself writes both, with one value.
    if (!counts && old.value === name.value) continue;
    const what = workloadName(workload);
    const place = hop(
      old.origin,
      counts ? "the old name of serviceAccountName" : "says nothing beside serviceAccountName",
    );
    yield {
      ruleId: "sa-deprecated-field",
      title: counts
        ? fitTitle(`${what} names its account in the deprecated field serviceAccount`)
        : fitTitle(
            `${what} runs as ${quotable(name.value)}`,
            `, not as ${quotable(old.value)}, which serviceAccount says`,
          ),
      score,
      confidence: "certain",
      place,
      hops: counts ? [place] : [place, hop(name.origin, "this is what counts")],
      notes: [],
      remedies: [
        counts
          ? { text: "write serviceAccountName", edits: renameField(old.origin, "serviceAccount", "serviceAccountName") }
          : {
              text: "let both say the same, or take serviceAccount out",
              edits: replaceScalar(old.origin, old.value, name.value),
            },
      ],
      identity: {
        subject: serviceAccountHolder(workload.namespace, workload.account).identity,
        object: workload.entry.key,
      },
      cause: `deprecated ${workload.entry.key}`,
      also: `${what} has it too`,
    };
  }
};
