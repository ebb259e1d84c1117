import type { ComponentConfiguration, Fact, Secret } from "@authgraph/kubernetes";
import type { ParsedText } from "@authgraph/parser";

/**
 * Whether what a text holds may be written to the disk: nothing of it quotes what may be a secret.
 *
 * Most facts hold none by their making. Command lines and environment files are kept in words, values of annotations
 * too (`kubectl apply` keeps a whole Secret in one), and messages quote what they complain of. Texts with those are few:
 * they are parsed each time.
 */
export function mayBeKept({ facts, diagnostics }: ParsedText): boolean {
  return facts.every(isWithoutSecrets) && diagnostics.every(({ id }) => id === "template");
}

function isWithoutSecrets(fact: Fact): boolean {
  switch (fact.fact) {
    case "object":
      return fact.object.kind !== "Secret" || isHarmlessSecret(fact.object);
    case "invocation":
    case "unit":
    case "environment":
    case "distribution":
    case "machine-file":
      return false;
    case "credential":
      // What reads these is a program of its own, which changes by itself.
      return fact.credential.form !== "certificate-request" && fact.credential.tokenDigest === undefined;
    case "configuration":
      return isWithoutSecretValues(fact.configuration);
    case "file-reference":
    case "mount":
    case "kustomization":
    case "hidden-content":
    case "written-credential":
      return true;
  }
}

function isWithoutSecretValues(configuration: ComponentConfiguration): boolean {
  switch (configuration.kind) {
    // A digest of a short token is as good as the token.
    case "TokenFile":
    // What a refusal complains of is quoted in it.
    case "Refused":
    // Each plugin has settings of its own: nobody knows which of them are secret.
    case "AdmissionPluginConfiguration":
      return false;
    case "AdmissionConfiguration":
      return configuration.plugins.every(({ settings }) => settings.size === 0);
    case "Kubeconfig":
      return configuration.clusters.every(({ server }) => !mayHoldPassword(server?.value ?? ""));
    case "AuthenticationConfiguration":
    case "AuthorizationConfiguration":
    case "KubeletConfiguration":
    case "EncryptionConfiguration":
    case "AuditPolicy":
    case "AbacPolicy":
    case "CertificateBundle":
    case "PublicKeys":
      return true;
  }
}

/** A URL with a user, or with a query, where keys of proxies stand. */
function mayHoldPassword(url: string): boolean {
  return url.includes("@") || url.includes("?");
}

function isHarmlessSecret({ meta, tokenClaims, bootstrapToken }: Secret): boolean {
  const withoutDigest = tokenClaims?.tokenDigest === undefined && bootstrapToken?.secretDigest === undefined;
  return withoutDigest && [...meta.annotations.keys()].every(isHarmless);
}

/** Of a token's Secret: whose it is. */
function isHarmless(annotation: string): boolean {
  return annotation === "kubernetes.io/service-account.name" || annotation === "kubernetes.io/service-account.uid";
}
