import { expect, test } from "vitest";
import { shownValue } from "./control-plane-words.ts";

test.each([
  ["etcd-servers", "https://root:s3cr3t@etcd:2379", "https://(not shown)@etcd:2379"],
  ["audit-webhook-config-file", "/etc/a@b/config", "/etc/a@b/config"],
  ["oidc-issuer-url", "https://s3cr3t@idp", "https://(not shown)@idp"],
  ["manifest-url-header", "Authorization:s3cr3t", "(not shown)"],
  ["staticPodURLHeader", "Authorization:s3cr3t", "(not shown)"],
  ["staticPodURL", "https://pods.example", "https://pods.example"],
  ["admin-password", "s3cr3t", "(not shown)"],
  ["enable-token", "true", "true"],
  ["token-auth-file", "/etc/tokens.csv", "/etc/tokens.csv"],
])("of %s, %s is shown as %s", (name, value, expected) => {
  expect(shownValue(name, value)).toBe(expected);
});
