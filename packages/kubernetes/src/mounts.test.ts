import { expect, test } from "vitest";
import type { Mount } from "./facts.ts";
import { mountedFrom } from "./mounts.ts";

function mount(from: string, path: string): Mount {
  const origin = { kind: "built-in", of: "test" } as const;
  return { path: { value: path, origin }, from: { value: from, origin } };
}

test.each([
  ["a file", [mount("/opt/tokens.csv", "/etc/tokens.csv")], "/etc/tokens.csv", "/opt/tokens.csv"],
  ["a folder", [mount("/opt/audit", "/etc/audit/")], "/etc/audit/policy.yaml", "/opt/audit/policy.yaml"],
  ["not a name that begins alike", [mount("/opt", "/etc/audit")], "/etc/audit2/policy.yaml", "/etc/audit2/policy.yaml"],
  ["the innermost", [mount("/a", "/etc"), mount("/b", "/etc/audit")], "/etc/audit/x", "/b/x"],
  ["one on another", [mount("/node", "/pod"), mount("./here", "/node")], "/pod/x.yaml", "/here/x.yaml"],
  ["beside the file", [mount("./kind/audit.yaml", "/etc/audit.yaml")], "/etc/audit.yaml", "/kind/audit.yaml"],
  ["above the file", [mount("../../hack/audit.yaml", "/etc/audit.yaml")], "/etc/audit.yaml", "/hack/audit.yaml"],
  ["behind a variable", [mount("${PWD}/hack", "/etc/hack")], "/etc/hack/x", "/hack/x"],
  ["behind a placeholder", [mount("{{ .Root }}/hack", "/etc/hack")], "/etc/hack/x", "/hack/x"],
  ["in a circle", [mount("/a", "/b"), mount("/b", "/a")], "/a/x", "/a/x"],
  ["the root is no mount", [mount("/opt", "/")], "/etc/x", "/etc/x"],
])("%s", (_name, mounts, path, expected) => {
  expect(mountedFrom(mounts, path)).toBe(expected);
});
