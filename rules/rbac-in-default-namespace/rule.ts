import { type Check, type Entry, fitTitle, hop, quotable, type Risk } from "@authgraph/rules";

const score = 0.1;

export const check: Check = function* ({ graph }) {
  const { inventory } = graph;
  for (const variants of inventory.roles.values()) yield* inDefault(variants);
  yield* inDefault(inventory.bindings);
  yield* inDefault(inventory.entriesOf("ServiceAccount"));
};

function* inDefault(entries: readonly Entry[]): Iterable<Risk> {
  for (const { object, key, namespace } of entries) {
    const written = object.meta.namespace;
    if (namespace !== "default" || written?.value !== "default" || object.origin.kind === "built-in") continue;
    // Kubernetes creates this one itself.
    if (object.kind === "ServiceAccount" && object.meta.name.value === "default") continue;
    const place = hop(written.origin, "the namespace of everything that names none", 1);
    const name = `${object.kind} ${quotable(object.meta.name.value)}`;
    yield {
      ruleId: "rbac-in-default-namespace",
      title: fitTitle(`${name} is in the namespace default, which it shares with whatever names none`),
      score,
      confidence: "certain",
      place,
      hops: [place],
      notes: [],
      remedies: [{ text: "put it into a namespace of the application's own", edits: [] }],
      identity: { subject: name, object: key },
      cause: `${key} in default`,
      also: `so is ${name}`,
    };
  }
}
