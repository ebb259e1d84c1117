import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Fact } from "@authgraph/kubernetes";
import { sharedMaterialMissing, sharedPath } from "@authgraph/testkit";
import { describe, expect, it } from "vitest";
import { writtenType } from "./objects/decode-object.ts";
import { field, itemsOf } from "./objects/object-view.ts";
import { parse } from "./parse.ts";
import type { ParsedText } from "./parsed-text.ts";
import { readDocuments } from "./reader/read-documents.ts";

const corpus = sharedPath("corpus");

interface ParsedFile {
  /** Below the corpus. */
  readonly path: string;
  readonly parsed: ParsedText;
}

const cache = new Map<string, readonly ParsedFile[]>();

function parsedFolder(folder: string): readonly ParsedFile[] {
  const known = cache.get(folder);
  if (known !== undefined) return known;
  const root = join(corpus ?? "", folder);
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(corpus ?? "", join(entry.parentPath, entry.name)))
    .sort()
    .map((path) => ({ path, parsed: parse({ path, text: readFileSync(join(corpus ?? "", path), "utf8") }) }));
  cache.set(folder, files);
  return files;
}

function parsedFile(path: string): ParsedText {
  return parse({ path, text: readFileSync(join(corpus ?? "", path), "utf8") });
}

function tally(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

const kinds = ["Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding"];

const accessVersion = /^(?:rbac\.authorization\.k8s\.io|authorization\.openshift\.io)\//;

/** Kinds of all objects of a folder that say they are of RBAC, valid or not. */
function writtenKinds(folder: string): Record<string, number> {
  const found: string[] = [];
  for (const { path, parsed } of parsedFolder(folder)) {
    const origin = parsed.documents[0]?.origin;
    if (!/\.(ya?ml|json|manifest)$/.test(path) || origin?.kind !== "text") continue;
    const { source } = origin;
    readDocuments(source.text, "kubectl", (document) => {
      if (document.outcome !== "value") return;
      const view = { source, tree: document.tree };
      const { root } = document.tree;
      for (const object of [root, ...itemsOf(view, field(view, root, "items"))]) {
        const type = writtenType(view, object);
        const list = writtenType(view, root);
        if (accessVersion.test(type.apiVersion ?? list.apiVersion ?? "")) {
          found.push(type.kind ?? list.kind?.replace(/List$/, "") ?? "");
        }
      }
    });
  }
  return tally(found);
}

/** Kinds of the objects of RBAC that were evaluated. */
function evaluatedKinds(folder: string): Record<string, number> {
  return tally(
    parsedFolder(folder).flatMap(({ path, parsed }) =>
      /\.(ya?ml|json|manifest)$/.test(path) ? objects(parsed).map(({ kind }) => kind) : [],
    ),
  );
}

describe.skipIf(corpus === undefined)(`real files${corpus === undefined ? `: ${sharedMaterialMissing}` : ""}`, () => {
  it.each(["manifests", "templates", "flags"])("%s: every file is read, every document counted", (folder) => {
    const outcomes = parsedFolder(folder).flatMap(({ parsed }) => parsed.documents.map(({ outcome }) => outcome));
    process.stdout.write(`${folder}: ${JSON.stringify(tally(outcomes))}\n`);
    for (const { parsed } of parsedFolder(folder)) expect(parsed.documents.length).toBeGreaterThan(0);
  });

  // The corpus' own count, by another reader, counts whatever says it is of RBAC. The difference to what is evaluated:
  // a ClusterRoleBinding whose ServiceAccount has no namespace (Kustomize bases), removed versions, templates, patches.
  it.each([
    ["manifests", [224, 520, 369, 387], [217, 512, 360, 349]],
    ["flags", [18, 45, 18, 48], [15, 45, 17, 46]],
  ])("%s: no object of RBAC is lost", (folder, written, evaluated) => {
    const found = writtenKinds(folder);
    const taken = evaluatedKinds(folder);
    expect(kinds.map((kind) => found[kind])).toEqual(written);
    expect(kinds.map((kind) => taken[kind])).toEqual(evaluated);
  });

  it.each(["manifests", "templates", "flags"])(
    "%s: whatever is refused or a template is told, with its place",
    (folder) => {
      const silent = parsedFolder(folder).flatMap(({ path, parsed }) => {
        const told = parsed.diagnostics.flatMap(({ origin }) => (origin.kind === "text" ? [origin.start] : []));
        return parsed.documents.flatMap(({ outcome, origin }) => {
          if ((outcome !== "refused" && outcome !== "template") || origin.kind !== "text") return [];
          return told.some((start) => origin.start <= start && start <= origin.end) ? [] : [`${path}:${origin.start}`];
        });
      });
      expect(silent).toEqual([]);
    },
  );
});

function objects(parsed: ParsedText): readonly Extract<Fact, { fact: "object" }>["object"][] {
  return parsed.facts.flatMap((fact) => (fact.fact === "object" ? [fact.object] : []));
}

/** Facts of the corpus' FACTS.md that reading alone decides. */
describe.skipIf(corpus === undefined)(
  `facts checked by hand${corpus === undefined ? `: ${sharedMaterialMissing}` : ""}`,
  () => {
    const bindings = (path: string): readonly string[] =>
      objects(parsedFile(path)).flatMap((object) =>
        object.kind === "RoleBinding" || object.kind === "ClusterRoleBinding"
          ? [
              `${object.meta.name.value} ${object.roleRef.name.value}: ${object.subjects.map((subject) => `${subject.kind} ${subject.name.value}`).join(", ")}`,
            ]
          : [],
      );

    it("1: two accounts become cluster-admin", () => {
      expect(bindings("manifests/fluxcd__flux2/manifests/rbac/reconciler.yaml")).toEqual([
        "cluster-reconciler cluster-admin: ServiceAccount kustomize-controller, ServiceAccount helm-controller",
      ]);
    });

    it("3: a binding with generateName alone", () => {
      const [binding] = objects(parsedFile("manifests/tektoncd__pipeline/examples/v1/pipelineruns/pipelinerun.yaml"));
      expect(binding?.meta).toMatchObject({ generated: true });
    });

    it("5: a RoleList whose kind stands last", () => {
      const path = "manifests/prometheus-operator__kube-prometheus/manifests/prometheus-roleSpecificNamespaces.yaml";
      expect(objects(parsedFile(path)).map(({ kind, meta }) => `${kind} ${meta.namespace?.value}`)).toEqual([
        "Role default",
        "Role kube-system",
        "Role monitoring",
      ]);
    });

    it("7: nobody is bound, then a user", () => {
      const path =
        "manifests/kubernetes__kubernetes/cluster/addons/rbac/legacy-kubelet-user-disable/kubelet-binding.yaml";
      expect(bindings(path).map((text) => text.replace(/^\S+ /, ""))).toEqual([
        "system:node: ",
        "system:node-bootstrapper: User kubelet",
      ]);
    });

    it("8: a user without apiGroup", () => {
      const path =
        "manifests/openshift__cluster-kube-apiserver-operator/bindata/assets/kube-apiserver/check-endpoints-rolebinding.yaml";
      expect(bindings(path).join()).toContain("User system:serviceaccount:openshift-kube-apiserver:check-endpoints");
    });

    it("12: ytt's names read as null: a template, no object", () => {
      const parsed = parsedFile("manifests/vmware-tanzu__pinniped/deploy/concierge/rbac.yaml");
      expect(tally(parsed.documents.map(({ outcome }) => outcome)).refused).toBeUndefined();
      expect(parsed.diagnostics.map(({ id }) => id)).toContain("template");
    });

    it("13: a Role of another group", () => {
      const path =
        "manifests/argoproj__argo-cd/resource_customizations/iam.aws.crossplane.io/Role/testdata/healthy.yaml";
      expect(parsedFile(path)).toMatchObject({ facts: [], documents: [{ outcome: "not-ours" }], diagnostics: [] });
    });

    it("14: a token Secret without data", () => {
      const path =
        "manifests/argoproj__argo-workflows/manifests/quick-start/base/default.service-account-token-secret.yaml";
      expect(objects(parsedFile(path))).toMatchObject([
        { kind: "Secret", type: { value: "kubernetes.io/service-account-token" }, keys: [], tokenClaims: undefined },
      ]);
    });

    it("15: KYAML", () => {
      const path = "manifests/kubernetes__website/content/en/examples/access/simple-rolebinding-with-role.yaml";
      expect(bindings(path)).toEqual(["read-pods pod-reader: User jane"]);
    });

    it("17: keys in mixed case, and a list where a string belongs", () => {
      const folder = "flags/aws-auth/kubernetes-sigs__aws-iam-authenticator/pkg/mapper/configmap/yaml";
      const crazy = parsedFile(`${folder}/aws-auth-crazy-case-keys.yaml`);
      const groups = crazy.facts.flatMap((fact) =>
        fact.fact === "credential" ? fact.credential.groups.map(({ value }) => value) : [],
      );
      expect(groups).toContain("system:masters");
      expect(parsedFile(`${folder}/aws-auth-missing-bar.yaml`).documents).toMatchObject([{ outcome: "refused" }]);
    });

    it("23: an argument that holds two flags is one", () => {
      const path =
        "flags/static-pods/kubescape__regolibrary/rules/ensure-that-the-api-server-authorization-mode-argument-is-not-set-to-AlwaysAllow/test/failed/input/2.yaml";
      const roles = parsedFile(path).facts.flatMap((fact) =>
        fact.fact === "file-reference" ? [fact.reference.role] : [],
      );
      expect(roles).not.toContain("token-file");
    });
  },
);
