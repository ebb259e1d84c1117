import {
  type Check,
  type ComponentInstance,
  type Confidence,
  fitTitle,
  hop,
  indexNames,
  isWritten,
  nearName,
  note,
  type Refusal,
  type Remedy,
  type Risk,
  type RuleContext,
  removeListItem,
  versionConfidence,
} from "@authgraph/rules";

/** Nothing is opened by it: the cluster loses its API server, at the latest when that is restarted. */
const score = 5.5;

export const check: Check = function* (context) {
  const { components } = context.graph;
  for (const server of [...(context.refusedServers ?? []), ...components]) {
    for (const refusal of server.refusals) {
      // What an installer gives by itself starts, whatever is made of it here.
      if (isWritten(refusal.origin)) yield refusalRisk(context, server, refusal);
    }
  }
};

function refusalRisk(context: RuleContext, server: ComponentInstance, refusal: Refusal): Risk {
  const { instance, component, minor } = server;
  const message = refusal.message.replace(/\.$/, "");
  const place = hop(refusal.origin, "refused at start", 1);
  return {
    ruleId: "apiserver-removed-flag",
    title: fitTitle(`${instance} would not start: ${message}`),
    score,
    confidence: confidenceOf(context, server, refusal),
    place,
    hops: [place],
    notes: [
      note("why", "one that runs today fails with its next restart, and what stands beside it is not enforced"),
      ...(server.version === undefined ? [note("note", `its version is not said: taken for ${minor}`)] : []),
    ],
    remedies: [remedyOf(refusal, server)],
    identity: { subject: component, object: settingOf(message) },
    cause: `${instance} refused: ${message}`,
    also: message,
  };
}

/** Something to be filled in is no value yet; and of servers older than all that is known, nothing is sure. */
function confidenceOf(context: RuleContext, server: ComponentInstance, { message }: Refusal): Confidence {
  if (placeholder.test(message)) return "possible";
  const ofVersion = versionConfidence(server, context);
  if (dependsOnVersion.test(message)) return ofVersion;
  return server.version !== undefined && ofVersion === "possible" ? "possible" : "certain";
}

/** `${URL}`, `<url>`, `{{ url }}`, `CLUSTER_URL`. */
const placeholder = /\$\{|\{\{|"<\w|\b[A-Z][A-Z\d]*_[A-Z\d_]*[A-Z]\b(?<!TLS_\w*)/;

const dependsOnVersion =
  /unknown (?:flag|field|tls|api)|is unknown|feature gate|locked|no kind |not supported|not registered|required flag|as of v|share/;

/** The flag it speaks of, else its first words: what it has across runs. */
function settingOf(message: string): string {
  const flag = /--?([a-z][\w-]*)/.exec(message.replace(/^.*? (?=--)/, ""))?.[1];
  const quoted = /(?:plugin|gate:?) "?([\w-]+)/.exec(message)?.[1];
  return quoted ?? flag ?? message.split(/["'[:/]/)[0]?.trim() ?? message;
}

function remedyOf({ message, origin }: Refusal, { component, minor, settings }: ComponentInstance): Remedy {
  const program = `${component} ${minor}`;
  const unknown = /unknown flag: --([\w-]+)/.exec(message)?.[1];
  if (unknown !== undefined) {
    const instead = inPlaceOfFlag[unknown];
    const known = [...settings.keys()].filter((name) => name !== unknown);
    const meant = instead === undefined ? nearName(unknown, indexNames(known)) : undefined;
    if (meant !== undefined)
      return { text: `write --${meant.name} for --${unknown}, if that is what is meant`, edits: [] };
    const text = `take --${unknown} out, which ${program} does not know`;
    return { text: instead === undefined ? text : `${text}: ${instead}`, edits: removeListItem(origin) };
  }
  const plugin = /plugin "?([\w-]+)"? is unknown/.exec(message)?.[1];
  if (plugin !== undefined) {
    const instead = inPlaceOfPlugin[plugin];
    const text = `take ${plugin} out of the list, which ${program} does not know`;
    return { text: instead === undefined ? text : `${text}: ${instead}`, edits: [] };
  }
  const gate = /feature gate:? "?([\w-]+)/.exec(message)?.[1];
  if (gate !== undefined) {
    return { text: `take ${gate} out of --feature-gates: ${program} does not let it be set so`, edits: [] };
  }
  if (/no such file/.test(message))
    return { text: "put the file where it is looked for, or take the flag out", edits: [] };
  return { text: "correct what the server complains of, or take it out", edits: [] };
}

const inPlaceOfFlag: Readonly<Record<string, string>> = {
  "basic-auth-file": "passwords are gone, use OIDC or certificates",
  "insecure-port": "there is no insecure port any more",
  "insecure-bind-address": "there is no insecure port any more",
  "kubelet-https": "kubelets are always reached by TLS",
  "admission-control": "use --enable-admission-plugins and --disable-admission-plugins",
  "service-account-api-audiences": "use --api-audiences",
  "experimental-encryption-provider-config": "use --encryption-provider-config",
};

const inPlaceOfPlugin: Readonly<Record<string, string>> = {
  PodSecurityPolicy: "PodSecurity, which is on, came in its place",
  SecurityContextDeny: "use the level restricted of Pod Security",
};
