import {
  anything,
  bool,
  bytes,
  type GoStruct,
  type GoType,
  int32,
  int64,
  mapOf,
  namedString,
  partialStruct,
  slice,
  string,
  struct,
  time,
} from "./go-types.ts";

const ownerReference = struct("v1.OwnerReference", {
  apiVersion: string,
  kind: string,
  name: string,
  uid: namedString("types.UID"),
  controller: bool,
  blockOwnerDeletion: bool,
});

const managedFieldsEntry = struct("v1.ManagedFieldsEntry", {
  manager: string,
  operation: namedString("v1.ManagedFieldsOperationType"),
  apiVersion: string,
  time,
  fieldsType: string,
  fieldsV1: anything,
  subresource: string,
});

/** apimachinery pkg/apis/meta/v1/types.go: ObjectMeta. */
const objectMeta: GoStruct = struct("v1.ObjectMeta", {
  name: string,
  generateName: string,
  namespace: string,
  selfLink: string,
  uid: namedString("types.UID"),
  resourceVersion: string,
  generation: int64,
  creationTimestamp: time,
  deletionTimestamp: time,
  deletionGracePeriodSeconds: int64,
  labels: mapOf(string),
  annotations: mapOf(string),
  ownerReferences: slice(ownerReference),
  finalizers: slice(string),
  managedFields: slice(managedFieldsEntry),
});

/** What every object has. */
const objectFields: Readonly<Record<string, GoType>> = { apiVersion: string, kind: string, metadata: objectMeta };

const labelSelector = struct("v1.LabelSelector", {
  matchLabels: mapOf(string),
  matchExpressions: slice(
    struct("v1.LabelSelectorRequirement", {
      key: string,
      operator: namedString("v1.LabelSelectorOperator"),
      values: slice(string),
    }),
  ),
});

const policyRuleFields: Readonly<Record<string, GoType>> = {
  verbs: slice(string),
  apiGroups: slice(string),
  resources: slice(string),
  resourceNames: slice(string),
  nonResourceURLs: slice(string),
};
const policyRules = slice(struct("v1.PolicyRule", policyRuleFields));
const aggregationRule = struct("v1.AggregationRule", { clusterRoleSelectors: slice(labelSelector) });

const bindingFields: Readonly<Record<string, GoType>> = {
  subjects: slice(struct("v1.Subject", { kind: string, apiGroup: string, name: string, namespace: string })),
  roleRef: struct("v1.RoleRef", { apiGroup: string, kind: string, name: string }),
};

/** k8s.io/api/rbac/v1/types.go. */
export const role: GoStruct = struct("v1.Role", { ...objectFields, rules: policyRules });
export const clusterRole: GoStruct = struct("v1.ClusterRole", { ...objectFields, rules: policyRules, aggregationRule });
export const roleBinding: GoStruct = struct("v1.RoleBinding", { ...objectFields, ...bindingFields });
export const clusterRoleBinding: GoStruct = struct("v1.ClusterRoleBinding", { ...objectFields, ...bindingFields });

const objectReference = struct("v1.ObjectReference", {
  kind: string,
  namespace: string,
  name: string,
  uid: namedString("types.UID"),
  apiVersion: string,
  resourceVersion: string,
  fieldPath: string,
});

/** github.com/openshift/api authorization/v1/types.go. */
const openshiftRules = slice(struct("v1.PolicyRule", { ...policyRuleFields, attributeRestrictions: anything }));
const openshiftBindingFields: Readonly<Record<string, GoType>> = {
  userNames: slice(string),
  groupNames: slice(string),
  subjects: slice(objectReference),
  roleRef: objectReference,
};
export const openshiftRole: GoStruct = struct("v1.Role", { ...objectFields, rules: openshiftRules });
export const openshiftClusterRole: GoStruct = struct("v1.ClusterRole", {
  ...objectFields,
  rules: openshiftRules,
  aggregationRule,
});
export const openshiftRoleBinding: GoStruct = struct("v1.RoleBinding", { ...objectFields, ...openshiftBindingFields });
export const openshiftClusterRoleBinding: GoStruct = struct("v1.ClusterRoleBinding", {
  ...objectFields,
  ...openshiftBindingFields,
});

/** github.com/openshift/api user/v1/types.go. */
export const userGroup: GoStruct = struct("v1.Group", { ...objectFields, users: slice(string) });

/** k8s.io/api/core/v1/types.go. */
export const serviceAccount: GoStruct = struct("v1.ServiceAccount", {
  ...objectFields,
  secrets: slice(objectReference),
  imagePullSecrets: slice(struct("v1.LocalObjectReference", { name: string })),
  automountServiceAccountToken: bool,
});
export const secret: GoStruct = struct("v1.Secret", {
  ...objectFields,
  immutable: bool,
  data: mapOf(bytes),
  stringData: mapOf(string),
  type: namedString("v1.SecretType"),
});
export const configMap: GoStruct = struct("v1.ConfigMap", {
  ...objectFields,
  immutable: bool,
  data: mapOf(string),
  binaryData: mapOf(bytes),
});
export const namespace: GoStruct = struct("v1.Namespace", {
  ...objectFields,
  spec: struct("v1.NamespaceSpec", { finalizers: slice(namedString("v1.FinalizerName")) }),
  status: anything,
});

/** k8s.io/api/certificates/v1/types.go. */
export const certificateSigningRequest: GoStruct = struct("v1.CertificateSigningRequest", {
  ...objectFields,
  spec: struct("v1.CertificateSigningRequestSpec", {
    request: bytes,
    signerName: string,
    expirationSeconds: int32,
    usages: slice(namedString("v1.KeyUsage")),
    username: string,
    uid: string,
    groups: slice(string),
    extra: mapOf(slice(string)),
  }),
  status: anything,
});

/** k8s.io/api/admissionregistration/v1/types.go, what says when a webhook is asked and what follows when it fails. */
export function admissionWebhooks(kind: "ValidatingWebhook" | "MutatingWebhook"): GoStruct {
  const rule = partialStruct("v1.RuleWithOperations", {
    operations: slice(namedString("v1.OperationType")),
    apiGroups: slice(string),
    apiVersions: slice(string),
    resources: slice(string),
    scope: namedString("v1.ScopeType"),
  });
  const webhook = partialStruct(`v1.${kind}`, {
    name: string,
    rules: slice(rule),
    failurePolicy: namedString("v1.FailurePolicyType"),
    namespaceSelector: labelSelector,
    objectSelector: labelSelector,
  });
  return partialStruct(`v1.${kind}Configuration`, { ...objectFields, webhooks: slice(webhook) });
}

/** k8s.io/kube-aggregator pkg/apis/apiregistration/v1/types.go. */
export const apiService: GoStruct = partialStruct("v1.APIService", {
  ...objectFields,
  spec: partialStruct("v1.APIServiceSpec", { group: string, version: string, insecureSkipTLSVerify: bool }),
});

const secretReference = partialStruct("v1.SecretReference", { name: string, namespace: string });
const withSecret = (name: string): GoStruct => partialStruct(name, { secretRef: secretReference });

/** Of a PersistentVolume, what ties it to a claim and to Secrets. */
export const persistentVolume: GoStruct = partialStruct("v1.PersistentVolume", {
  ...objectFields,
  spec: partialStruct("v1.PersistentVolumeSpec", {
    claimRef: objectReference,
    azureFile: partialStruct("v1.AzureFilePersistentVolumeSource", { secretName: string, secretNamespace: string }),
    cephfs: withSecret("v1.CephFSPersistentVolumeSource"),
    cinder: withSecret("v1.CinderPersistentVolumeSource"),
    flexVolume: withSecret("v1.FlexPersistentVolumeSource"),
    rbd: withSecret("v1.RBDPersistentVolumeSource"),
    scaleIO: withSecret("v1.ScaleIOPersistentVolumeSource"),
    iscsi: withSecret("v1.ISCSIPersistentVolumeSource"),
    storageos: partialStruct("v1.StorageOSPersistentVolumeSource", { secretRef: objectReference }),
    csi: partialStruct("v1.CSIPersistentVolumeSource", {
      nodePublishSecretRef: secretReference,
      nodeStageSecretRef: secretReference,
    }),
  }),
});

/** VolumeAttachment and its like: the node in `spec.nodeName`. */
export function nodeObject(kind: string): GoStruct {
  return partialStruct(`v1.${kind}`, { ...objectFields, spec: partialStruct(`v1.${kind}Spec`, { nodeName: string }) });
}

const envVar = partialStruct("v1.EnvVar", { name: string, value: string });
const container = partialStruct("v1.Container", {
  name: string,
  image: string,
  command: slice(string),
  args: slice(string),
  workingDir: string,
  env: slice(envVar),
  volumeMounts: slice(
    partialStruct("v1.VolumeMount", { name: string, readOnly: bool, mountPath: string, subPath: string }),
  ),
});
const secretItems = slice(partialStruct("v1.KeyToPath", { key: string, path: string, mode: int32 }));
const volume = partialStruct("v1.Volume", {
  name: string,
  secret: partialStruct("v1.SecretVolumeSource", {
    secretName: string,
    items: secretItems,
    defaultMode: int32,
    optional: bool,
  }),
  projected: partialStruct("v1.ProjectedVolumeSource", {
    sources: slice(
      partialStruct("v1.VolumeProjection", {
        secret: partialStruct("v1.SecretProjection", { name: string, items: secretItems, optional: bool }),
        serviceAccountToken: partialStruct("v1.ServiceAccountTokenProjection", {
          audience: string,
          expirationSeconds: int64,
          path: string,
        }),
      }),
    ),
  }),
});

/** The part of PodSpec that says whose rights a pod has and what it runs; a pod has some hundred fields more. */
const podSpec: GoStruct = partialStruct("v1.PodSpec", {
  volumes: slice(volume),
  initContainers: slice(container),
  containers: slice(container),
  nodeSelector: mapOf(string),
  serviceAccountName: string,
  serviceAccount: string,
  automountServiceAccountToken: bool,
  nodeName: string,
  hostNetwork: bool,
  hostPID: bool,
  hostIPC: bool,
  securityContext: partialStruct("v1.PodSecurityContext", { runAsUser: int64, runAsGroup: int64, runAsNonRoot: bool }),
  imagePullSecrets: slice(partialStruct("v1.LocalObjectReference", { name: string })),
  hostname: string,
  priorityClassName: string,
});
const podTemplateSpec = partialStruct("v1.PodTemplateSpec", { metadata: objectMeta, spec: podSpec });

export const pod: GoStruct = partialStruct("v1.Pod", { ...objectFields, spec: podSpec });
export const podTemplate: GoStruct = partialStruct("v1.PodTemplate", { ...objectFields, template: podTemplateSpec });

/** Deployment and its like: the pod template in `spec.template`. */
export function templatedWorkload(kind: string): GoStruct {
  return partialStruct(`v1.${kind}`, {
    ...objectFields,
    spec: partialStruct(`v1.${kind}Spec`, { template: podTemplateSpec }),
  });
}
export const cronJob: GoStruct = partialStruct("v1.CronJob", {
  ...objectFields,
  spec: partialStruct("v1.CronJobSpec", {
    jobTemplate: partialStruct("v1.JobTemplateSpec", {
      metadata: objectMeta,
      spec: partialStruct("v1.JobSpec", { template: podTemplateSpec }),
    }),
  }),
});
