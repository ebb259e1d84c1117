import { located } from "@authgraph/source";
import type { ApiServer } from "../types.ts";
import { fileContent } from "./named-file.ts";
import { givenText, type ServerBeingRead, serverDefault } from "./server-being-read.ts";

/**
 * The audit policy and whether anything takes what it lets through: without both nothing is recorded
 * (k8s.io/apiserver pkg/server/options/audit.go: ApplyTo).
 */
export function readAudit(server: ServerBeingRead): ApiServer["audit"] {
  const path = givenText(server, "audit-policy-file");
  const policy =
    path &&
    fileContent(server, "audit-policy-file", path, "AuditPolicy", {
      stage: "build",
      absent: (file) =>
        `loading audit policy file: failed to read file path ${JSON.stringify(file)}: open ${file}: no such file or directory`,
      refused: (message, file) => `loading audit policy file: ${message}: from file ${file}`,
    });
  const backend = givenText(server, "audit-log-path") ?? givenText(server, "audit-webhook-config-file");
  return { policy, hasBackend: located(backend !== undefined, backend?.origin ?? serverDefault) };
}

/** k8s.io/apiserver pkg/server/options/encryptionconfig/config.go: LoadEncryptionConfig. */
export function readEncryption(server: ServerBeingRead): ApiServer["encryption"] {
  const path = givenText(server, "encryption-provider-config");
  return (
    path &&
    fileContent(server, "encryption-provider-config", path, "EncryptionConfiguration", {
      stage: "build",
      absent: (file) =>
        `error while parsing file: error while loading file: error reading encryption provider configuration file ${JSON.stringify(file)}: open ${file}: no such file or directory`,
      refused: (message) => `error while parsing file: ${message}`,
    })
  );
}
