import { type Origin, positionAt } from "@authgraph/source";
import { describe, expect, it } from "vitest";
import { parse } from "./parse.ts";

function place(origin: Origin): string {
  if (origin.kind !== "text") return "?";
  const { line, column } = positionAt(origin.source, origin.start);
  return `${line}:${column}`;
}

/** What a text gave, short enough to read: outcomes of its documents, objects, diagnostics with their places. */
function read(text: string, path = "manifest.yaml"): Record<string, unknown> {
  const parsed = parse({ path, text });
  return {
    documents: parsed.documents.map(({ outcome }) => outcome),
    objects: parsed.facts.flatMap((fact) => {
      if (fact.fact !== "object") return [];
      const { meta } = fact.object;
      return [
        `${fact.object.kind} ${meta.namespace === undefined ? "" : `${meta.namespace.value}/`}${meta.name.value}`,
      ];
    }),
    diagnostics: parsed.diagnostics.map(({ id, origin }) => `${id} ${place(origin)}`),
  };
}

const rbac = "apiVersion: rbac.authorization.k8s.io/v1";
const role = `${rbac}\nkind: Role\nmetadata: {name: a}\nrules: []\n`;
const clusterRole = (name: string): string => `${rbac}\nkind: ClusterRole\nmetadata: {name: ${name}}\nrules: []\n`;
const binding = (subject: string): string =>
  `${rbac}\nkind: RoleBinding\nmetadata: {name: b, namespace: ns}\nroleRef: {kind: Role, name: r}\nsubjects:\n- {kind: User, name: ${subject}}\n`;

describe("documents", () => {
  it.each([
    ["one object", role, { documents: ["evaluated"], objects: ["Role a"], diagnostics: [] }],
    [
      "a stream: each document counts, empty ones too",
      `# nothing\n---\n${role}---\n${clusterRole("c")}`,
      { documents: ["empty", "evaluated", "evaluated"], objects: ["Role a", "ClusterRole c"], diagnostics: [] },
    ],
    [
      "a byte order mark, a document of comments",
      `\ufeff---\n# nothing\n---\n${clusterRole("c")}`,
      { documents: ["empty", "evaluated"], objects: ["ClusterRole c"], diagnostics: [] },
    ],
    ["another kind", "apiVersion: v1\nkind: Service\n", { documents: ["not-ours"], objects: [], diagnostics: [] }],
    [
      "a Role of another API group",
      "apiVersion: iam.aws.crossplane.io/v1beta1\nkind: Role\nmetadata: {name: a}\nrules: [1]\n",
      { documents: ["not-ours"], objects: [], diagnostics: [] },
    ],
    ["no object at all", "- a\n- b\n", { documents: ["not-ours"], objects: [], diagnostics: [] }],
    ["values of something", "name: x\nitems: {a: 1}\n", { documents: ["not-ours"], objects: [], diagnostics: [] }],
    [
      "JSON values one after the other",
      '{"apiVersion":"v1","kind":"ServiceAccount","metadata":{"name":"a"}}\n{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"ns"}}',
      { documents: ["evaluated", "evaluated"], objects: ["ServiceAccount a", "Namespace ns"], diagnostics: [] },
    ],
    [
      "a broken document: the others are read, and marked where kubectl does not get to",
      `${role}---\na: [\n---\n${clusterRole("c")}`,
      {
        documents: ["evaluated", "refused", "evaluated"],
        objects: ["Role a", "ClusterRole c"],
        diagnostics: ["yaml-syntax 7:1", "after-error 8:1"],
      },
    ],
    [
      "generateName alone",
      `${rbac}\nkind: ClusterRole\nmetadata: {generateName: gen-}\n`,
      { documents: ["evaluated"], objects: ["ClusterRole gen-"], diagnostics: [] },
    ],
    ["binary content", "a\0b", { documents: ["refused"], objects: [], diagnostics: ["binary-content 1:2"] }],
    [
      "an aws-auth ConfigMap with a list for a string",
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: aws-auth, namespace: kube-system}\ndata:\n  mapRoles: [a]\n",
      { documents: ["refused"], objects: [], diagnostics: ["object-refused 5:13"] },
    ],
  ])("%s", (_title, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("lists", () => {
  it.each([
    [
      "items count instead of the list; bare ones take its type",
      `${rbac}\nitems:\n- metadata: {name: x}\n- metadata: {name: z, namespace: ns}\nkind: RoleList\n`,
      { documents: ["evaluated", "evaluated"], objects: ["Role x", "Role ns/z"], diagnostics: [] },
    ],
    [
      "a List gives no kind; an item with only one of the two is not completed",
      "apiVersion: v1\nkind: List\nitems:\n- metadata: {name: x}\n- {kind: ServiceAccount, metadata: {name: y}}\n- null\n",
      {
        documents: ["refused", "refused", "refused"],
        objects: [],
        diagnostics: ["object-refused 4:3", "object-refused 5:10", "object-refused 6:3"],
      },
    ],
    [
      "an empty list",
      "apiVersion: v1\nkind: List\nitems: []\n",
      { documents: ["empty"], objects: [], diagnostics: [] },
    ],
    [
      "a list in a list",
      `apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: List, items: []}\n- {apiVersion: v1, kind: ServiceAccount, metadata: {name: a}}\n`,
      { documents: ["refused", "evaluated"], objects: ["ServiceAccount a"], diagnostics: ["object-refused 4:26"] },
    ],
    [
      "an item that is no map spoils the list",
      "apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Namespace, metadata: {name: a}}\n- x\n",
      { documents: ["refused"], objects: [], diagnostics: ["object-refused 5:3"] },
    ],
  ])("%s", (_title, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it("items on something that is no list: the object is gone", () => {
    const parsed = parse({ path: "a.yaml", text: `${role}items: null\n` });
    expect(parsed.documents.map(({ outcome }) => outcome)).toEqual(["empty"]);
    expect(parsed.facts).toMatchObject([
      { fact: "hidden-content", hidden: { form: "items-on-non-list", inAccessObject: true } },
    ]);
  });
});

describe("templates and patches", () => {
  it.each([
    ["Helm, not parsing", "{{- if .Values.rbac }}\napiVersion: v1\n{{- end }}\n", ["template"], ["template 1:1"]],
    [
      "a name that the server would store: kubectl applies it as it stands",
      binding('"{{ .x }}"'),
      ["evaluated"],
      ["placeholder 6:22"],
    ],
    [
      "a name that the server would refuse: meant to be filled in",
      binding('"{{ .x }}", namespace: web').replace("kind: User", "kind: ServiceAccount"),
      ["template"],
      ["template 6:32"],
    ],
    ["a variable", binding(`$${"{SA}"}`), ["template"], ["template 6:22"]],
    [
      "a variable for a list",
      `${rbac}\nkind: Role\nmetadata: {name: a}\nrules: $RULES\n`,
      ["template"],
      ["template 4:8"],
    ],
    ["ytt: the name is set by a comment", binding("#@ data.values.user\n "), ["template"], ["template 2:7"]],
    [
      "braces in data",
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {a: "{{ .x }}"}\n',
      ["not-ours"],
      [],
    ],
    [
      "braces in an annotation",
      `${rbac}\nkind: Role\nmetadata: {name: a, annotations: {x: "{{ .y }}"}}\nrules: []\n`,
      ["evaluated"],
      [],
    ],
    ["a broken document with braces in a comment", "a: [ # {{ x }}\n", ["refused"], ["yaml-syntax 2:1"]],
    [
      "OpenShift's",
      "apiVersion: template.openshift.io/v1\nkind: Template\nobjects: []\n",
      ["template"],
      ["template 2:7"],
    ],
    ["JSON 6902", "- {op: add, path: /rules/0, value: {}}\n", ["patch"], []],
    ["strategic merge", `${binding("a")}- {$patch: replace}\n`, ["patch"], []],
  ])("%s", (_title, text, documents, diagnostics) => {
    const parsed = parse({ path: "a.yaml", text });
    expect(parsed.documents.map(({ outcome }) => outcome)).toEqual(documents);
    expect(parsed.diagnostics.map(({ id, origin }) => `${id} ${place(origin)}`)).toEqual(diagnostics);
    expect(parsed.facts.some(({ fact }) => fact === "object")).toBe(documents.includes("evaluated"));
  });

  it("a kustomization names its patches", () => {
    const text = [
      "namespace: apps",
      "patchesStrategicMerge:",
      "- ./a.yaml",
      "- |-",
      "  kind: Role",
      "  metadata: {}",
      "patches:",
      "- path: b.yaml",
      "- patch: '[]'",
      "patchesJson6902:",
      "- {path: ../c.yaml, target: {kind: Role}}",
      "",
    ].join("\n");
    expect(parse({ path: "base/kustomization.yaml", text }).facts).toMatchObject([
      {
        fact: "kustomization",
        kustomization: {
          folder: "base",
          namespace: { value: "apps" },
          patches: ["base/a.yaml", "base/b.yaml", "c.yaml"],
          component: false,
        },
      },
    ]);
  });
});

describe("what kubectl and the server do not take", () => {
  it.each([
    [
      "an unknown field: evaluated without it, as by a lenient server",
      `${rbac}\nkind: Role\nmetadata: {name: a}\nRules:\n- verbs: ["*"]\n`,
      { documents: ["evaluated"], objects: ["Role a"], diagnostics: ["unknown-field 4:1"] },
    ],
    [
      "a wrong type anywhere refuses the whole object",
      `${rbac}\nkind: Role\nmetadata: {name: a}\nrules:\n- {verbs: [get], apiGroups: [""], resources: [pods]}\n- {verbs: [yes]}\n`,
      { documents: ["refused"], objects: [], diagnostics: ["object-refused 6:12"] },
    ],
    [
      "several invalid fields",
      `${rbac}\nkind: ClusterRole\nmetadata: {name: a}\nrules:\n- {}\n`,
      {
        documents: ["refused"],
        objects: [],
        diagnostics: ["object-refused 5:3", "object-refused 5:3", "object-refused 5:3"],
      },
    ],
    [
      "an old version",
      "apiVersion: rbac.authorization.k8s.io/v1beta1\nkind: Role\nmetadata: {name: a}\n",
      { documents: ["refused"], objects: [], diagnostics: ["object-refused 1:13"] },
    ],
    [
      "a kind written wrong",
      `${rbac}\nkind: ClusterRoles\nmetadata: {name: a}\n`,
      { documents: ["refused"], objects: [], diagnostics: ["object-refused 2:7"] },
    ],
    [
      "no kind",
      `${rbac}\nKind: Role\nmetadata: {name: a}\n`,
      { documents: ["refused"], objects: [], diagnostics: ["object-refused 1:1"] },
    ],
    [
      "a group as version",
      "apiVersion: v1\nkind: ClusterRole\nmetadata: {name: a}\n",
      { documents: ["refused"], objects: [], diagnostics: ["object-refused 2:7"] },
    ],
  ])("%s", (_title, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it("says it in their words", () => {
    const messages = (text: string): readonly string[] =>
      parse({ path: "a.yaml", text }).diagnostics.map(({ message }) => message);
    expect(messages(`${rbac}\nkind: Role\nmetadata: {name: a}\nrules:\n- {verbs: [yes]}\n`)).toEqual([
      'Role in version "v1" cannot be handled as a Role: json: cannot unmarshal bool into Go struct field PolicyRule.rules.verbs of type string',
    ]);
    expect(messages("apiVersion: rbac.authorization.k8s.io/v1beta1\nkind: Role\n")).toEqual([
      'no matches for kind "Role" in version "rbac.authorization.k8s.io/v1beta1": not served since Kubernetes 1.22, use rbac.authorization.k8s.io/v1',
    ]);
  });
});

describe("hidden content", () => {
  it.each([
    ["a line break in a comment", binding("a").replace("subjects:\n", "subjects: # note\u2028"), "line-break", true],
    ["text after the end marker", `${role}...\n${clusterRole("c")}`, "ignored-text", true],
    ["a key written twice", `${role}rules: null\n`, "duplicate-key", true],
    ["a merge over a written value", `${role}x: {a: &b {z: 1}, c: {z: 2, <<: *b}}\n`, "merge-override", true],
    ["in a plain document", "apiVersion: v1\nkind: Service\na: 1\na: 2\n", "duplicate-key", false],
  ])("%s", (_title, text, form, inAccessObject) => {
    const hidden = parse({ path: "a.yaml", text }).facts.flatMap((fact) =>
      fact.fact === "hidden-content" ? [fact.hidden] : [],
    );
    expect(hidden).toMatchObject([{ form, inAccessObject }]);
  });
});

describe("invisible characters", () => {
  it.each([
    ["in a name", binding('"a\u200b"'), ["invisible-character 6:24"]],
    ["in a comment of an access object", `${role}# \u202e\nx: 1\n`, ["unknown-field 6:1", "invisible-character 5:3"]],
    ["in anything else", "apiVersion: v1\nkind: Service\na: \u200b\n", []],
  ])("%s", (_title, text, diagnostics) => {
    expect(read(text).diagnostics).toEqual(diagnostics);
  });
});

describe("directives", () => {
  it.each([
    ["on a line of its own", "# authgraph: ignore x -- y\na: 1\n", [["ignore x -- y", true]]],
    ["after a value", "a: 1 # authgraph: ignore x\n", [["ignore x", false]]],
    ["in a quoted value", 'a: "x # authgraph: ignore"\n', []],
    ["in a block", "a: |\n  # authgraph: ignore\n", []],
    ["on the header of a block", "a: | # authgraph: ignore x\n  b\n", [["ignore x", false]]],
    ["part of a plain value", "a: x#authgraph: b\n", []],
    ["in text that is ignored", "a: 1\n...\nb: 1 # authgraph: ignore x\n", []],
  ])("%s", (_title, text, expected) => {
    const { directives } = parse({ path: "a.yaml", text });
    expect(directives.map((directive) => [directive.text, directive.ownLine])).toEqual(expected);
  });
});
