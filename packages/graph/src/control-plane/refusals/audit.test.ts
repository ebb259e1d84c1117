import { expect, test } from "vitest";
import { apiServer, graphOf } from "../../written-cluster.ts";

// k8s.io/apiserver pkg/server/options/audit.go: NewAuditOptions, validateBackendMode, validateBackendBatchOptions.
test.each([
  ["--audit-log-path=/a --audit-log-batch-max-size=0", undefined],
  [
    "--audit-log-path=/a --audit-log-mode=batch --audit-log-batch-max-size=0",
    "invalid audit batch log max batch size 0, must be a positive number",
  ],
  [
    "--audit-webhook-config-file=/a --audit-webhook-batch-max-size=0",
    "invalid audit batch webhook max batch size 0, must be a positive number",
  ],
  ["--audit-webhook-config-file=/a --audit-webhook-mode=blocking --audit-webhook-batch-max-size=0", undefined],
  ["--audit-webhook-batch-max-size=0", undefined],
])("%s", (flags, expected) => {
  const [server] = graphOf({ "server.yaml": [apiServer(flags)] }).apiServers;
  const refused = server?.refusals.map(({ message }) => message).filter((message) => message.includes("audit batch"));
  expect(refused).toEqual(expected === undefined ? [] : [expected]);
});
