/** One example of another tool, and what must be told of it here. */
export interface PeerExample {
  /** Below the tool's folder; read together. The first one is the example, others are what it needs to mean anything. */
  readonly files: readonly string[];
  /** What the other tool says of it. */
  readonly peer: "reports" | "passes";
  /** The half of the example that is not among the files, said again: usually the binding of a role, or its role. */
  readonly completion?: Completion;
  /** `RULE SUBJECT`: each is among the findings or folded into one. `RULE A|RULE B SUBJECT`: either says it. */
  readonly told: readonly string[];
  /** `RULE SUBJECT`, or `RULE` alone for whomever: nothing of it at `low` or above. */
  readonly untold: readonly string[];
  /** Rules of which one tells, at most `low`, that the role would give this if anybody were bound to it. */
  readonly dormant: readonly string[];
  /** Why it is judged otherwise here: the trap that the other tool falls into, or what its example means. */
  readonly note?: Note;
}

/** The objects that stand for the missing half, by path. */
export type Completion = Readonly<Record<string, unknown>>;

/** Without a trap, it explains; with one, it is an exception: the other tool is wrong. */
interface Note {
  /** `T4`: numbers of the exactness traps; or another reason in a word. */
  readonly trap?: string;
  readonly text: string;
}

/** The examples of one tool. */
export interface PeerExamples {
  readonly peer: string;
  /** Below the real files. */
  readonly folder: string;
  readonly examples: readonly PeerExample[];
  /** Files that are about something else than access (containers, nodes, images). */
  readonly otherDomains: number;
  /** How it is known what the tool reports and what it passes. */
  readonly howKnown: string;
}

const rbac = "rbac.authorization.k8s.io";

/** `ClusterRole test` bound in the cluster, or, with a namespace, in that one. */
export function boundTo(role: string, subjects: readonly string[], namespace?: string): Completion {
  const [kind = "", name = ""] = role.split(" ");
  return {
    apiVersion: `${rbac}/v1`,
    kind: namespace === undefined ? "ClusterRoleBinding" : "RoleBinding",
    metadata: { name: "completion", ...(namespace === undefined ? {} : { namespace }) },
    roleRef: { apiGroup: rbac, kind, name },
    subjects: subjects.map(subjectOf),
  };
}

/** `User jane`, `Group dev`, `ServiceAccount default/default`. */
function subjectOf(text: string): unknown {
  const [kind = "", name = ""] = text.split(" ");
  if (kind !== "ServiceAccount") return { apiGroup: rbac, kind, name };
  const [namespace = "", account = ""] = name.split("/");
  return { kind, name: account, namespace };
}

/** `ClusterRole test`, or `Role test` with a namespace, with one rule: verbs and resources of one group. */
export function roleWith(
  role: string,
  rule: { readonly group: string; readonly resources: string; readonly verbs: string },
  namespace?: string,
): Completion {
  const [kind = "", name = ""] = role.split(" ");
  const words = (text: string) => text.split(",");
  return {
    apiVersion: `${rbac}/v1`,
    kind,
    metadata: { name, ...(namespace === undefined ? {} : { namespace }) },
    rules: [{ apiGroups: [rule.group], resources: words(rule.resources), verbs: words(rule.verbs) }],
  };
}

/** A pod that runs as an account and gets its token. */
export function podOf(namespace: string, account: string): Completion {
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: "completion", namespace },
    spec: { serviceAccountName: account, containers: [{ name: "main", image: "example.org/main:1" }] },
  };
}

/** Several objects as one completion. */
export function together(...items: readonly Completion[]): Completion {
  return { apiVersion: "v1", kind: "List", items };
}

type Given = Omit<PeerExample, "peer" | "files" | "told" | "untold" | "dormant"> &
  Partial<Pick<PeerExample, "told" | "untold" | "dormant">>;

/** An example that the other tool reports. */
export function reported(files: string | readonly string[], given: Given): PeerExample {
  return example("reports", files, given);
}

/** An example that the other tool passes. */
export function passed(files: string | readonly string[], given: Given): PeerExample {
  return example("passes", files, given);
}

function example(peer: PeerExample["peer"], files: string | readonly string[], given: Given): PeerExample {
  return {
    peer,
    files: typeof files === "string" ? [files] : files,
    told: [],
    untold: [],
    dormant: [],
    ...given,
  };
}
