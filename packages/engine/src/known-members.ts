import type { AccessGraph } from "@authgraph/graph";
import { listed, type Note, quotable, type Risk, whereOf, withNote } from "@authgraph/rules";

const groupIdentity = "Group ";
const membersTold = 3;

/** The same risks; those of a group whose members the inputs or the configuration name say who they are. */
export function withKnownMembers(risks: readonly Risk[], { inventory }: AccessGraph): readonly Risk[] {
  const notes = new Map<string, Note>();
  for (const { object } of inventory.entriesOf("Group")) {
    const { name } = object.meta;
    if (object.users.length === 0 || notes.has(name.value)) continue;
    const members = listed(
      object.users.map(({ value }) => quotable(value)),
      membersTold,
    );
    notes.set(name.value, { kind: "who", text: `${members} (${whereOf(name.origin)})` });
  }
  if (notes.size === 0) return risks;
  return risks.map((risk) => {
    const { subject } = risk.identity;
    const note = subject.startsWith(groupIdentity) ? notes.get(subject.slice(groupIdentity.length)) : undefined;
    return note === undefined ? risk : withNote(risk, note);
  });
}
