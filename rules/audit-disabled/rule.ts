import {
  type ApiServer,
  type Check,
  componentRisk,
  describedServers,
  instanceName,
  isUnset,
  type KnownSetting,
  knownSetting,
  note,
} from "@authgraph/rules";

/** Somebody set it up and believes in it. */
const halfScore = 7.5;
/** Nobody set it up: so do kubeadm and most installers leave it. The same is told of whatever starts the server. */
const noneScore = 3.0;

export const check: Check = function* (context) {
  for (const server of describedServers(context)) {
    const policy = knownSetting(server, "audit-policy-file");
    const missing = policy === undefined ? undefined : missingPart(server, policy);
    if (policy === undefined || missing === undefined) continue;
    const { name, setting, label, remedy, isHalf } = missing;
    yield componentRisk({
      ruleId: "audit-disabled",
      instance: server,
      name,
      setting,
      title: "nobody can see afterwards who asked this API server for what",
      consequence: isHalf ? ", because its audit log is set up in part only" : ", because it writes no audit log",
      label,
      score: isHalf ? halfScore : noneScore,
      notes: [note("why", "without both a policy and a place for it the server starts and records nothing")],
      remedies: [{ text: remedy, edits: [] }],
      also: `${instanceName(server)} records no requests`,
    });
  }
};

interface MissingPart {
  readonly name: string;
  readonly setting: KnownSetting;
  readonly label: string;
  readonly remedy: string;
  readonly isHalf: boolean;
}

function missingPart(server: ApiServer, policy: KnownSetting): MissingPart | undefined {
  const hasNoBackend = isUnset(server, "audit-log-path") && isUnset(server, "audit-webhook-config-file");
  if (policy.value !== "") {
    if (!hasNoBackend) return undefined;
    return {
      name: "audit-policy-file",
      setting: policy,
      label: "a policy, and no place for what it lets through",
      remedy: "add --audit-log-path, or --audit-webhook-config-file",
      isHalf: true,
    };
  }
  const backend = ["audit-log-path", "audit-webhook-config-file"]
    .map((name) => knownSetting(server, name))
    .find((one) => one !== undefined && one.value !== "" && !one.absent);
  if (backend !== undefined) {
    return {
      name: "audit-log-path",
      setting: backend,
      label: "a place for the log, and no policy that fills it",
      remedy: "add --audit-policy-file with a policy whose last rule is of level Metadata",
      isHalf: true,
    };
  }
  // A value that the inputs do not hold may be one.
  if (!hasNoBackend) return undefined;
  return {
    name: "audit-policy-file",
    setting: policy,
    label: "neither --audit-policy-file nor a place for the log",
    remedy: "add --audit-policy-file, with a policy whose last rule is of level Metadata, and --audit-log-path",
    isHalf: false,
  };
}
