import { expect, test } from "vitest";
import { withoutUserInfo } from "./go-url.ts";

test.each([
  ['invalid URL "http://jane:s3cr3t@idp/a": no', 'invalid URL "http://(not shown)@idp/a": no'],
  ["https://s3cr3t@etcd:2379,https://etcd:2379", "https://(not shown)@etcd:2379,https://etcd:2379"],
  ["https://idp/a@b", "https://idp/a@b"],
  ["/etc/a@b", "/etc/a@b"],
])("%s goes without users", (text, expected) => {
  expect(withoutUserInfo(text)).toBe(expected);
});
