import { compareWithType } from "../objects/conformity.ts";
import {
  anything,
  bool,
  type GoStruct,
  type GoType,
  int32,
  mapOf,
  namedString,
  slice,
  string,
  struct,
} from "../objects/go-types.ts";
import type { NodeId, Tree } from "../reader/tree.ts";

// k8s.io/kubernetes cmd/kubeadm/app/apis/kubeadm/v1beta{1,2,3,4}/types.go

export const kubeadmKinds = ["ClusterConfiguration", "InitConfiguration", "JoinConfiguration"] as const;
export type KubeadmKind = (typeof kubeadmKinds)[number];

/** Versions of the API whose documents are read. */
export const kubeadmVersions = ["v1beta1", "v1beta2", "v1beta3", "v1beta4"] as const;
export type KubeadmVersion = (typeof kubeadmVersions)[number];

/** The Go type that kubeadm decodes a document into. */
export function kubeadmType(version: KubeadmVersion, kind: KubeadmKind): GoStruct {
  const known = types.get(`${version} ${kind}`) ?? made[kind](version);
  types.set(`${version} ${kind}`, known);
  return known;
}

const types = new Map<string, GoStruct>();

/** The version that a part of a document without one is meant for: the newest of those it has the form of. */
export function fittingVersion(tree: Tree, root: NodeId, kind: KubeadmKind): KubeadmVersion {
  return (
    newestFirst.find((version) => compareWithType(tree, root, kubeadmType(version, kind)).error === undefined) ??
    "v1beta3"
  );
}

const newestFirst: readonly KubeadmVersion[] = ["v1beta4", "v1beta3"];

const made: Readonly<Record<KubeadmKind, (version: KubeadmVersion) => GoStruct>> = {
  ClusterConfiguration: clusterConfiguration,
  InitConfiguration: initConfiguration,
  JoinConfiguration: joinConfiguration,
};

type Fields = Readonly<Record<string, GoType>>;

/** kind writes `metadata` into every document; kubeadm goes on without it. */
const typeMeta: Fields = { apiVersion: string, kind: string, metadata: anything };

function clusterConfiguration(version: KubeadmVersion): GoStruct {
  const isNewest = version === "v1beta4";
  const component = {
    extraArgs: extraArgs(version),
    extraVolumes: slice(hostPathMount(version)),
    ...extraEnvs(version),
  };
  const image: Fields = { imageRepository: string, imageTag: string };
  return struct(`${version}.ClusterConfiguration`, {
    ...typeMeta,
    etcd: struct(`${version}.Etcd`, {
      local: struct(`${version}.LocalEtcd`, {
        ...image,
        dataDir: string,
        extraArgs: extraArgs(version),
        ...extraEnvs(version),
        serverCertSANs: slice(string),
        peerCertSANs: slice(string),
      }),
      external: struct(`${version}.ExternalEtcd`, {
        endpoints: slice(string),
        ...(isNewest ? { httpEndpoints: slice(string) } : {}),
        caFile: string,
        certFile: string,
        keyFile: string,
      }),
    }),
    networking: struct(`${version}.Networking`, { serviceSubnet: string, podSubnet: string, dnsDomain: string }),
    kubernetesVersion: string,
    controlPlaneEndpoint: string,
    apiServer: struct(`${version}.APIServer`, {
      ...component,
      certSANs: slice(string),
      ...(isNewest ? {} : { timeoutForControlPlane: string }),
    }),
    controllerManager: struct(`${version}.ControlPlaneComponent`, component),
    scheduler: struct(`${version}.ControlPlaneComponent`, component),
    dns: struct(`${version}.DNS`, {
      ...image,
      ...(isNewest ? { disabled: bool } : isOld(version) ? { type: string } : {}),
    }),
    ...(isNewest ? { proxy: struct(`${version}.Proxy`, { disabled: bool }) } : {}),
    certificatesDir: string,
    imageRepository: string,
    ...(isOld(version) ? { useHyperKubeImage: bool } : {}),
    featureGates: mapOf(bool),
    clusterName: string,
    ...(isNewest
      ? { encryptionAlgorithm: string, certificateValidityPeriod: string, caCertificateValidityPeriod: string }
      : {}),
  });
}

function initConfiguration(version: KubeadmVersion): GoStruct {
  return struct(`${version}.InitConfiguration`, {
    ...typeMeta,
    bootstrapTokens: slice(
      struct(`${version}.BootstrapToken`, {
        token: string,
        description: string,
        ttl: string,
        expires: string,
        usages: slice(string),
        groups: slice(string),
      }),
    ),
    nodeRegistration: nodeRegistration(version),
    localAPIEndpoint: apiEndpoint(version),
    certificateKey: string,
    ...lateFields(version),
  });
}

function joinConfiguration(version: KubeadmVersion): GoStruct {
  return struct(`${version}.JoinConfiguration`, {
    ...typeMeta,
    nodeRegistration: nodeRegistration(version),
    caCertPath: string,
    discovery: struct(`${version}.Discovery`, {
      bootstrapToken: struct(`${version}.BootstrapTokenDiscovery`, {
        token: string,
        apiServerEndpoint: string,
        caCertHashes: slice(string),
        unsafeSkipCAVerification: bool,
      }),
      file: struct(`${version}.FileDiscovery`, { kubeConfigPath: string }),
      tlsBootstrapToken: string,
      ...(version === "v1beta4" ? {} : { timeout: string }),
    }),
    controlPlane: struct(`${version}.JoinControlPlane`, {
      localAPIEndpoint: apiEndpoint(version),
      certificateKey: string,
    }),
    ...lateFields(version),
  });
}

function lateFields(version: KubeadmVersion): Fields {
  return {
    ...(isOld(version)
      ? {}
      : { skipPhases: slice(string), patches: struct(`${version}.Patches`, { directory: string }) }),
    ...(version === "v1beta4" ? { dryRun: bool, timeouts: anything } : {}),
  };
}

function nodeRegistration(version: KubeadmVersion): GoStruct {
  return struct(`${version}.NodeRegistrationOptions`, {
    name: string,
    criSocket: string,
    taints: slice(anything),
    kubeletExtraArgs: extraArgs(version),
    ignorePreflightErrors: slice(string),
    ...(version === "v1beta1" ? {} : { imagePullPolicy: namedString("v1.PullPolicy") }),
    ...(version === "v1beta4" ? { imagePullSerial: bool } : {}),
  });
}

function apiEndpoint(version: KubeadmVersion): GoStruct {
  return struct(`${version}.APIEndpoint`, { advertiseAddress: string, bindPort: int32 });
}

function hostPathMount(version: KubeadmVersion): GoStruct {
  return struct(`${version}.HostPathMount`, {
    name: string,
    hostPath: string,
    mountPath: string,
    readOnly: bool,
    pathType: namedString("v1.HostPathType"),
  });
}

function extraArgs(version: KubeadmVersion): GoType {
  return version === "v1beta4" ? slice(struct(`${version}.Arg`, { name: string, value: string })) : mapOf(string);
}

function extraEnvs(version: KubeadmVersion): Fields {
  return version === "v1beta4" ? { extraEnvs: slice(anything) } : {};
}

function isOld(version: KubeadmVersion): boolean {
  return version === "v1beta1" || version === "v1beta2";
}
