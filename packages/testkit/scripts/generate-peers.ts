import { checkovExamples } from "../src/checkov-examples.ts";
import { kubeHoundExamples } from "../src/kubehound-examples.ts";
import { kubescapeExamples } from "../src/kubescape-examples.ts";
import type { PeerExample, PeerExamples } from "../src/peer-examples.ts";
import type { GeneratedFile } from "./generated-file.ts";

/** The page that says what becomes of the examples of other tools. */
export function generatePeers(): readonly GeneratedFile[] {
  return [{ path: "docs/peers.md", content: page([kubeHoundExamples, checkovExamples, kubescapeExamples]) }];
}

function page(peers: readonly PeerExamples[]): string {
  return `# Examples of other tools

What other tools report about access is reported by authgraph too, under the rule that means it, unless they are wrong; what
they pass is silent. \`packages/testkit/src/recall.test.ts\` runs every row; this page is written from the same data.

Some examples are one half of a pair, a role without its binding or a binding without its role. They are judged together
with the other half. A role that nobody is bound to is told as well, as dormant: \`low\` at most.

## Where authgraph says otherwise

${table(["example", "what the tool says", "why not"], peers.flatMap(exceptions))}

T numbers are those of the exactness traps: T1 \`resource/*\` is no wildcard; T3 the API group must match; T4 \`bind\` is asked
for on roles; T8 \`get\` on nodes/proxy runs commands; T10 a RoleBinding gives nothing of the cluster's scope; T11 users and
groups are impersonated in the cluster; T18 Kubernetes binds some roles to everybody itself; T25 a wildcard anywhere in the
text of the first rule.
${peers.map(section).join("")}`;
}

function exceptions({ peer, examples }: PeerExamples): readonly (readonly string[])[] {
  return examples.flatMap(({ files: [file = ""], peer: says, note }) =>
    note?.trap === undefined ? [] : [[`${peer}: \`${file}\``, says, `${note.trap}: ${note.text}`]],
  );
}

function section({ peer, examples, otherDomains, howKnown }: PeerExamples): string {
  return `
## ${peer}

${howKnown} ${otherDomains === 0 ? "No file is" : `${otherDomains} files are`} about other domains (containers, nodes, images, control-plane flags).

${table(["example", peer, "authgraph", ""], examples.map(row))}
`;
}

function row({ files, peer, told, untold, dormant, completion, note }: PeerExample): readonly string[] {
  const [file = "", ...needed] = files;
  const tells = told.map((one) => `${withCode(one)}`);
  if (told.length === 0 && dormant.length > 0) tells.push(`${dormant.map(code).join(" or ")}, dormant`);
  const says = [...tells, ...untold.map((one) => `not ${withCode(one)}`)].join("<br>");
  const beside = needed.length === 0 ? "" : ` with ${needed.map((one) => code(lastPart(one))).join(", ")}`;
  const half = completion === undefined ? "" : ", completed";
  return [`${code(file)}${beside}${half}`, peer, says === "" ? "nothing above `low`" : says, note?.text ?? ""];
}

/** `RULE|RULE SUBJECT` for reading. */
function withCode(text: string): string {
  const [rules = "", ...subject] = text.split(" ");
  return [rules.split("|").map(code).join(" or "), ...subject].join(" ");
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function code(text: string): string {
  return `\`${text}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
