import {
  type Check,
  describedServers,
  type EncryptionConfiguration,
  hop,
  isAbsent,
  note,
  type Origin,
  placeOfAbsent,
  type Risk,
  settingRisk,
} from "@authgraph/rules";

const ruleId = "apiserver-encryption-at-rest-missing";

export const check: Check = function* (context) {
  for (const server of describedServers(context)) {
    if (!isAbsent(server, "encryption-provider-config")) continue;
    if (!isAbsent(server, "experimental-encryption-provider-config")) continue;
    yield settingRisk({
      ruleId,
      server,
      setting: "encryption-provider-config",
      origin: placeOfAbsent(server),
      label: "no --encryption-provider-config",
      title: "whoever reads the disks or a backup of etcd reads every Secret",
      // The default: whoever is kept from etcd is kept from them.
      score: 2.0,
      notes: [note("why", "the API server writes Secrets as it gets them")],
      remedies: [
        { text: "add --encryption-provider-config with a provider other than identity for secrets", edits: [] },
      ],
    });
  }
  const servers = describedServers(context);
  for (const { value } of context.graph.inventory.configurations) {
    if (value.kind !== "EncryptionConfiguration") continue;
    const isOfServer = servers.some(({ encryption }) => encryption?.state === "read" && encryption.value === value);
    const inClear = secretsInClear(value, isOfServer);
    if (inClear !== undefined) yield configurationRisk(inClear);
  }
};

interface InClear {
  readonly origin: Origin;
  readonly label: string;
  readonly why: string;
}

/**
 * Where Secrets are left as they are; undefined where something encrypts them. What no server of the inputs is given may
 * be that of an aggregated server, which has no Secrets.
 */
function secretsInClear({ entries }: EncryptionConfiguration, isOfServer: boolean): InClear | undefined {
  const entry = entries.find(({ resources }) => resources.some(({ value }) => namesSecrets(value)));
  if (entry === undefined) {
    const [other] = entries;
    if (other === undefined || !isOfServer) return undefined;
    return { origin: other.origin, label: "no entry is about secrets", why: "no entry names secrets" };
  }
  const [first] = entry.providers;
  if (first?.value !== "identity") return undefined;
  return {
    origin: first.origin,
    label: "writes in clear",
    why: "the first provider of the entry writes, the others read",
  };
}

/** k8s.io/apiserver pkg/server/options/encryptionconfig: transformers of `*.` are for the core group, of `*.*` for all. */
function namesSecrets(resource: string): boolean {
  return resource === "secrets" || resource === "*." || resource === "*.*";
}

function configurationRisk({ origin, label, why }: InClear): Risk {
  const place = hop(origin, label, 1);
  return {
    ruleId,
    title: "whoever reads the disks or a backup of etcd reads Secrets that this was to encrypt",
    score: 4.5,
    confidence: "certain",
    place,
    hops: [place],
    notes: [
      note("why", why),
      note("check", "kubectl get secrets -A -o json | kubectl replace -f - # once it is changed"),
    ],
    remedies: [{ text: "put a provider that encrypts first in the first entry that names secrets", edits: [] }],
    identity: { subject: "kube-apiserver", object: "EncryptionConfiguration" },
    cause: "EncryptionConfiguration",
    also: "another configuration leaves them in clear as well",
  };
}
