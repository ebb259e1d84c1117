import {
  boundHolders,
  type Check,
  describedServers,
  fitTitle,
  grantsOnPaths,
  hop,
  type Located,
  note,
  quotable,
  type Risk,
  type RuleContext,
  rate,
  roleRefHop,
  strongestPower,
  subjectHop,
  takeSubjectOut,
} from "@authgraph/rules";

export const check: Check = function* (context) {
  for (const { anonymous } of describedServers(context)) {
    if (anonymous.value.access !== "some-paths") continue;
    for (const path of anonymous.value.paths) {
      // The path of every request begins so.
      if (path.value.startsWith("/")) yield* openedBy(context, path);
    }
  }
};

/** Each binding that gives something on the path beyond what Kubernetes ships. */
function* openedBy(context: RuleContext, path: Located<string>): Iterable<Risk> {
  for (const bound of boundHolders(context, ["anonymous"])) {
    const { binding, subject, holder } = bound;
    const grants = grantsOnPaths(context.graph, bound.grants(), [path.value]);
    const power = strongestPower(grants, context.minor);
    // Health and discovery are what such requests are let in for.
    if (power === undefined || power.level === 6) continue;
    const { phrase } = power;
    const place = hop(path.origin, "accepted without credentials on this path", 1);
    yield {
      ruleId: "authn-anonymous-conditions-broad",
      title: fitTitle(
        phrase.includes(path.value)
          ? `${holder.name} can ${phrase}, which is open to them`
          : `${holder.name} can ${phrase} on the open path ${quotable(path.value)}`,
      ),
      score: rate({ holder: holder.level, power: power.level }),
      confidence: "certain",
      place,
      hops: [place, subjectHop(holder, subject, 2), roleRefHop(binding, 3)],
      notes: [
        note("why", "the list of paths looks closed, and this binding says what lies behind one of them"),
        note("check", `curl -k https://SERVER:6443${quotable(path.value)}`),
      ],
      remedies: [{ text: "take the path out", edits: [] }, takeSubjectOut(bound)],
      identity: { subject: holder.identity, object: `anonymous.conditions ${path.value}` },
      cause: binding.entry.key,
      also: `${holder.name} can ${phrase} on the path ${quotable(path.value)}`,
    };
  }
}
