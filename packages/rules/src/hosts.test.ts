import { expect, test } from "vitest";
import { isLoopbackHost, urlParts } from "./hosts.ts";

test.each([
  ["127.0.0.1", true],
  ["127.8.9.1", true],
  ["::1", true],
  ["[::1]", true],
  ["LOCALHOST", true],
  ["0.0.0.0", false],
  ["::", false],
  ["10.0.0.1", false],
  ["127.example.org", false],
])("%s: only the machine itself: %s", (host, expected) => {
  expect(isLoopbackHost(host)).toBe(expected);
});

test.each([
  ["https://10.0.0.1:2379", { scheme: "https", host: "10.0.0.1" }],
  ["http://[::1]:2379/", { scheme: "http", host: "[::1]" }],
  ["unix:///run/etcd.sock", undefined],
  ["https://${INTERNAL_IP}:2379", undefined],
  ["https://$(NODE_IP):2379", undefined],
  ["https://{{ ip }}:2379", undefined],
])("%s", (url, expected) => {
  expect(urlParts(url)).toEqual(expected);
});
