import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Run, scan } from "@authgraph/engine";
import type { Finding } from "@authgraph/rules";
import { ruleset } from "@authgraph/ruleset";
import { positionAt } from "@authgraph/source";
import { describe, expect, test } from "vitest";
import { folderSources, textSources } from "./folder-sources.ts";
import { sharedMaterialMissing, sharedPath } from "./shared-material.ts";

// What an analyser must see in real files, checked by hand beforehand (corpus/FACTS.md; the numbers are its rows).

const folder = sharedPath("corpus");
const options = {
  rules: ruleset.filter(({ metadata }) => !metadata.extended),
  toolVersion: "0.0.0",
  kubernetesVersion: undefined,
  appliedNamespace: undefined,
  complete: false,
  at: "2026-11-24T00:00:00Z",
  onFile: () => {},
};

async function scanned(path: string, appliedNamespace?: string): Promise<Run> {
  const full = join(folder ?? "", path);
  const isFile = statSync(full).isFile();
  const sources = isFile ? textSources({ [path]: readFileSync(full, "utf8") }) : folderSources(full);
  const result = await scan({ ...options, sources, appliedNamespace });
  if (result.outcome === "refused") throw new Error(result.message);
  return result.run;
}

/** `rule severity file:line: title`, each folded one behind its finding. */
function told(findings: readonly Finding[]): readonly string[] {
  return findings.flatMap(({ ruleId, severity, place, title, folded }) => {
    const { origin } = place;
    const at =
      origin.kind === "text" ? `${origin.source.path}:${positionAt(origin.source, origin.start).line}` : "nowhere";
    return [`${ruleId} ${severity} ${at}: ${title}`, ...folded.map((risk) => `  ${risk.title}`)];
  });
}

/** What the control plane of a file lacks besides what the fact is about. */
const lacking: readonly string[] = [
  "apiserver-encryption-at-rest-missing",
  "apiserver-kubelet-tls-missing",
  "audit-disabled",
  "etcd-ca-shared",
];

describe.skipIf(folder === undefined)(`facts of real files (${sharedMaterialMissing})`, () => {
  test.each<[string, string, readonly string[]]>([
    [
      "1: a ClusterRoleBinding gives cluster-admin to two ServiceAccounts",
      "manifests/fluxcd__flux2/manifests/rbac/reconciler.yaml",
      [
        "rbac-cluster-admin-binding high manifests/fluxcd__flux2/manifests/rbac/reconciler.yaml:11: ServiceAccount flux-system/kustomize-controller is cluster-admin",
        "  ServiceAccount flux-system/helm-controller is cluster-admin",
      ],
    ],
    [
      "2: a role of another name is cluster-admin all the same",
      "manifests/argoproj__argo-cd/manifests/cluster-rbac/application-controller",
      [
        "rbac-wildcard-all high argocd-application-controller-clusterrolebinding.yaml:15: ServiceAccount argocd/argocd-application-controller is cluster-admin",
      ],
    ],
    [
      "3: a binding without a name makes the default account cluster-admin",
      "manifests/tektoncd__pipeline/examples/v1/pipelineruns/pipelinerun.yaml",
      [
        "rbac-cluster-admin-binding critical manifests/tektoncd__pipeline/examples/v1/pipelineruns/pipelinerun.yaml:10: ServiceAccount default/default is cluster-admin",
        "  ServiceAccount default/default can do everything in the cluster",
      ],
    ],
    [
      "4: a RoleBinding without a namespace makes every authenticated user admin of it",
      "manifests/operate-first__apps/cluster-scope/components/project-admin-public-authenticated",
      ["rbac-grant-authenticated high rbac.yaml:13: every authenticated user can read every Secret in its namespace"],
    ],
    [
      "6: the default bindings as Kubernetes ships them are nobody's mistake",
      "manifests/kubernetes__kubernetes/plugin/pkg/auth/authorizer/rbac/bootstrappolicy/testdata/cluster-role-bindings.yaml",
      [],
    ],
    [
      "7: a binding to nobody grants nothing, and one user may ask for certificates",
      "manifests/kubernetes__kubernetes/cluster/addons/rbac/legacy-kubelet-user-disable",
      [],
    ],
    [
      "9: every node may list pods",
      "manifests/DataDog__KubeHound/test/setup/test-cluster/attacks/IDENTITY_ASSUME.yaml",
      [
        "rbac-grant-nodes-group low manifests/DataDog__KubeHound/test/setup/test-cluster/attacks/IDENTITY_ASSUME.yaml:21: every node can read pods in the cluster",
      ],
    ],
    [
      "15: a role that is in no file is no finding",
      "manifests/kubernetes__website/content/en/examples/access/simple-rolebinding-with-role.yaml",
      [],
    ],
    [
      "13: a Role of a foreign API group is not RBAC",
      "manifests/argoproj__argo-cd/resource_customizations/iam.aws.crossplane.io",
      [],
    ],
    [
      "12: ytt comments carry the logic: a template, not a grant to everybody",
      "manifests/vmware-tanzu__pinniped/deploy/concierge",
      [],
    ],
    [
      "17: keys of a mapping in any case: an IAM user in system:masters",
      "flags/aws-auth/kubernetes-sigs__aws-iam-authenticator/pkg/mapper/configmap/yaml/aws-auth-crazy-case-keys.yaml",
      [
        "identity-system-masters-member high flags/aws-auth/kubernetes-sigs__aws-iam-authenticator/pkg/mapper/configmap/yaml/aws-auth-crazy-case-keys.yaml:17: IAM user arn:aws:iam::555555555555:user/admin is in system:masters, which makes it cluster-admin for good",
        "  IAM user arn:aws:iam::555555555555:user/admin can act as Group system:masters, which is cluster-admin before any binding is asked",
      ],
    ],
    [
      "19: AlwaysAllow in an argument file; anonymous authentication is off in that mode",
      "flags/microk8s/canonical__microk8s/microk8s-resources/default-args",
      [
        "apiserver-authorization-always-allow critical kube-apiserver:3: every authenticated user can do everything in the cluster, because AlwaysAllow is set",
      ],
    ],
    [
      "22: the flags of a side container are not kube-apiserver's",
      "flags/openshift/openshift__cluster-kube-apiserver-operator/bindata/assets/kube-apiserver/pod.yaml",
      [],
    ],
    [
      "23: two flags in one word are one flag: no token file is configured",
      "flags/static-pods/kubescape__regolibrary/rules/ensure-that-the-api-server-authorization-mode-argument-is-not-set-to-AlwaysAllow/test/failed/input/2.yaml",
      [
        "apiserver-authorization-always-allow critical flags/static-pods/kubescape__regolibrary/rules/ensure-that-the-api-server-authorization-mode-argument-is-not-set-to-AlwaysAllow/test/failed/input/2.yaml:31: every authenticated user can do everything in the cluster, because AlwaysAllow is set",
      ],
    ],
    [
      "24: a certificate request file asks for system:masters",
      "flags/systemd/kelseyhightower__kubernetes-the-hard-way/ca.conf",
      [
        "identity-system-masters-member high flags/systemd/kelseyhightower__kubernetes-the-hard-way/ca.conf:23: certificate request [admin] asks for system:masters, which would make it cluster-admin for good",
      ],
    ],
  ])("%s", async (_name, path, expected) => {
    const { findings } = await scanned(path);
    const isAside = ({ ruleId, severity }: Finding) => severity === "info" || lacking.includes(ruleId);
    expect(told(findings.filter((finding) => !isAside(finding)))).toEqual(expected);
  });

  test("8: a User whose name is a ServiceAccount's is that account", async () => {
    const { findings } = await scanned(
      "manifests/openshift__cluster-kube-apiserver-operator/bindata/assets/kube-apiserver",
    );
    const lines = told(findings).filter((line) => line.includes("check-endpoints-rolebinding.yaml:12"));
    expect(lines.join("\n")).toMatch(
      /ServiceAccount openshift-kube-apiserver\/check-endpoints can read every Secret in /,
    );
  });

  test("10: bind and create on bindings of the cluster: the account makes itself cluster-admin, the pod runs as it", async () => {
    const { findings } = await scanned(
      "manifests/DataDog__KubeHound/test/setup/test-cluster/attacks/ROLE_BIND_CRB_CR.yaml",
      // Its pods name no namespace.
      "default",
    );
    const risks = findings.flatMap((finding) => [finding, ...finding.folded]);
    const about = risks.filter(
      ({ identity }) => identity.subject === "ServiceAccount default/rolebind-sa-crb-cr-crb-cr",
    );
    expect(about.map(({ ruleId }) => ruleId)).toEqual(
      expect.arrayContaining(["rbac-bind", "workload-privileged-service-account"]),
    );
    expect(about[0]?.title).toBe(
      "ServiceAccount default/rolebind-sa-crb-cr-crb-cr can bind any ClusterRole, cluster-admin included",
    );
  });

  test("11: an operator that may escalate and bind", async () => {
    const { findings } = await scanned("manifests/projectcalico__calico/manifests/tigera-operator.yaml");
    const risks = findings.flatMap((finding) => [finding, ...finding.folded]);
    const about = risks.filter(({ identity }) => identity.subject === "ServiceAccount tigera-operator/tigera-operator");
    expect(about.map(({ ruleId }) => ruleId)).toEqual(expect.arrayContaining(["rbac-bind", "rbac-escalate"]));
  });

  test("14: a legacy token Secret without data or namespace, of the account `default`", async () => {
    const { findings } = await scanned("manifests/argoproj__argo-workflows/manifests/quick-start/base");
    const [line] = told(findings).filter((text) => text.includes("default.service-account-token-secret.yaml"));
    expect(line).toMatch(
      /^sa-legacy-token-secret high .*:4: Secret default\.service-account-token never expires and is a token of default, which/,
    );
  });

  test("16: impersonation limited to one name is narrow", async () => {
    const { findings } = await scanned("flags/aws-auth/eksctl-io__eksctl/pkg/connector/testdata");
    const [line] = told(findings.filter(({ ruleId }) => ruleId === "rbac-impersonate"));
    expect(line).toBe(
      "rbac-impersonate low eks-connector-clusterrole-expected.yaml:8: ServiceAccount eks-connector/eks-connector can act as User arn:aws:iam::12356:user/eksctl",
    );
  });

  test("20: a token file that no flag names does not count as in force", async () => {
    const { findings } = await scanned("flags/microk8s/canonical__microk8s");
    const rows = findings.filter(({ ruleId }) => ruleId === "identity-system-masters-member");
    expect(rows.map(({ confidence }) => confidence)).toEqual(["possible"]);
  });
});
