import {
  type ApiServer,
  type Check,
  describedServers,
  givenSetting,
  isWritten,
  note,
  type RuleContext,
  settingRisk,
  versionConfidence,
} from "@authgraph/rules";

export const check: Check = function* (context) {
  for (const server of describedServers(context)) {
    for (const [plugin, { value, origin }] of server.admissionPlugins) {
      const lost = lostWith(context, plugin);
      if (value || lost === undefined || !isWritten(origin)) continue;
      yield settingRisk({
        ruleId: "admission-default-plugin-disabled",
        server,
        setting: `disable-admission-plugins ${plugin}`,
        origin,
        label: `${plugin} is off`,
        title: `${lost.claim}, because ${plugin} is off`,
        score: lost.score,
        // A list of all that is on leaves out what came later: what did depends on the version.
        confidence: isListOfAll(server) ? versionConfidence(server, context) : "certain",
        notes: [note("why", lost.why)],
        remedies: [{ text: `leave ${plugin} on`, edits: [] }],
      });
    }
  }
};

function isListOfAll(server: ApiServer): boolean {
  return givenSetting(server, "admission-control") !== undefined;
}

interface LostGuard {
  readonly claim: string;
  readonly why: string;
  readonly score: number;
}

/** What nobody checks without a plugin; undefined for plugins that guard nothing. */
function lostWith({ graph: { inventory } }: RuleContext, plugin: string): LostGuard | undefined {
  switch (plugin) {
    case "CertificateApproval":
      return {
        claim: "whoever can approve one certificate request can approve all of them",
        why: "the plugin asks for the right to approve for the signer in question",
        score: 8.0,
      };
    case "CertificateSigning":
      return {
        claim: "whoever can write the status of certificate requests can put any certificate there",
        why: "the plugin asks for the right to sign for the signer in question",
        score: 7.5,
      };
    case "CertificateSubjectRestriction":
      return {
        claim: "whoever gets a client certificate approved can be in system:masters",
        why: "the plugin refuses requests for that group; its members are cluster-admin for good",
        score: 8.0,
      };
    case "PodSecurity":
      return {
        claim: "whoever creates pods can take over their node",
        why: "the levels that namespaces are labelled with are enforced by this plugin",
        score: 7.0,
      };
    case "ServiceAccount":
      return {
        claim: "pods are admitted under any ServiceAccount, and what limits their Secrets is not asked",
        why: "the plugin also keeps static pods from using ServiceAccounts and Secrets",
        score: 5.5,
      };
    case "NamespaceLifecycle":
      return {
        claim: "whoever deletes namespaces can delete kube-system, and objects land in deleted ones",
        why: "the plugin protects kube-system, kube-public and default, and refuses what comes too late",
        score: 5.5,
      };
    case "ClusterTrustBundleAttest":
      return {
        claim: "whoever writes ClusterTrustBundles can attest for any signer",
        why: "the plugin asks for the right to attest for the signer in question",
        score: 5.5,
      };
    case "ValidatingAdmissionWebhook":
      return unasked(inventory.entriesOf("ValidatingWebhookConfiguration").length, "no validating webhook is asked");
    case "MutatingAdmissionWebhook":
      return unasked(inventory.entriesOf("MutatingWebhookConfiguration").length, "no mutating webhook is asked");
    case "ValidatingAdmissionPolicy":
      return unasked(0, "no ValidatingAdmissionPolicy is asked");
    case "MutatingAdmissionPolicy":
      return { ...unasked(0, "no MutatingAdmissionPolicy is asked"), score: 3.0 };
    default:
      return undefined;
  }
}

function unasked(configured: number, claim: string): LostGuard {
  const why =
    configured > 0 ? "the inputs configure some: what they refuse is stored" : "what policies refuse is stored";
  return { claim, why, score: configured > 0 ? 7.5 : 5.5 };
}
