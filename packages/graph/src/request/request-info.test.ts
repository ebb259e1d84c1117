import type { Attributes } from "@authgraph/kubernetes";
import { describe, expect, test } from "vitest";
import { requestInfo } from "./request-info.ts";

/** `verb group/resource/subresource in namespace named name`, or `verb path`. */
function told(method: string, target: string): string {
  const info = requestInfo(method, target);
  return info.outcome === "invalid" ? `${info.status}` : words(info.attributes);
}

function words(attributes: Attributes): string {
  if (attributes.kind === "non-resource") return `${attributes.verb} ${attributes.path}`;
  const { verb, apiGroup, resource, subresource, namespace, name } = attributes;
  const what = `${apiGroup}/${resource}${subresource === "" ? "" : `/${subresource}`}`;
  return `${verb} ${what} in ${namespace} named ${name}`;
}

// Every row as k8s.io/apiserver's own function of 1.37.2 gave it.
test.each([
  ["GET", "/api/v1/namespaces", "list /namespaces in  named "],
  ["GET", "/api/v1/namespaces/foo", "get /namespaces in foo named foo"],
  ["PUT", "/api/v1/namespaces/foo/finalize", "update /namespaces/finalize in foo named foo"],
  ["GET", "/api/v1/namespaces/foo/status/x", "get /namespaces/status in foo named foo"],
  ["GET", "/api/v1/namespaces/status", "get /namespaces in status named status"],
  ["GET", "/api/v1/namespaces/foo/pods/p/exec", "get /pods/exec in foo named p"],
  ["POST", "/api/v1/namespaces/foo/serviceaccounts/sa/token", "create /serviceaccounts/token in foo named sa"],
  ["GET", "/api/v1/namespaces//pods", "list /pods in  named "],
  ["GET", "/api/v1/pods?fieldSelector=metadata.name%3Dx", "list /pods in  named x"],
  ["GET", "/api/v1/namespaces/foo/pods?watch", "watch /pods in foo named "],
  ["GET", "/api/v1/namespaces/foo/pods/p?watch=1", "get /pods in foo named p"],
  ["GET", "/api/v1/watch/namespaces/foo/pods", "watch /pods in foo named "],
  ["GET", "/api/v1/watch/namespaces/foo", "watch /namespaces in foo named foo"],
  ["GET", "/api/v1/proxy/namespaces/foo/pods/p/x", "proxy /pods in foo named p"],
  ["GET", "/apis/apps/v1", "get /apis/apps/v1"],
  ["HEAD", "/healthz/", "head /healthz/"],
  ["OPTIONS", "/api/v1/pods", " /pods in  named "],
  ["HEAD", "/api/v1/pods", "list /pods in  named "],
  ["GET", "/api//v1/pods", "get /v1 in  named pods"],
  ["GET", "/api/v1/namespaces/foo/pods/a%2Fb", "get /pods/b in foo named a"],
  ["DELETE", "/api/v1/namespaces/foo/pods?fieldSelector=metadata.name%3Dx", "deletecollection /pods in foo named "],
  ["GET", "/API/v1/pods", "get /API/v1/pods"],
])("%s %s asks to %s", (method, target, expected) => {
  expect(told(method, target)).toBe(expected);
});

describe("what is odd", () => {
  test.each([
    [
      "a trailing slash of a resource counts for nothing",
      "GET",
      "/apis/apps/v1/deployments/",
      "list apps/deployments in  named ",
    ],
    ["nothing is cleaned", "GET", "/api/v1/namespaces/b/../a/pods", "get /../pods in b named a"],
    ["methods are case-sensitive", "get", "/api/v1/pods", " /pods in  named "],
    ["an escaped query mark is none", "GET", "/healthz%3Fx", "get /healthz?x"],
    ["a plus in a path is a plus", "GET", "/a+b", "get /a+b"],
    ["UTF-8 comes in bytes", "GET", "/%C3%A9", "get /é"],
    ["a proxy sends the address too", "GET", "https://10.0.0.1:6443/version?x=y", "get /version"],
    ["no kind after the verb", "GET", "/api/v1/watch", "500"],
    ["a malformed escape", "GET", "/api/v1/pods/%zz", "400"],
    ["an escape cut short", "GET", "/a%2", "400"],
    ["no path at all", "GET", "pods", "400"],
    ["a blank in the path", "GET", "/a b", "400"],
    ["a method that is none", "GE T", "/", "400"],
  ])("%s", (_, method, target, expected) => {
    expect(told(method, target)).toBe(expected);
  });
});

describe("lists and watches by their query", () => {
  const [listed, watched, named] = ["list /pods in  named ", "watch /pods in  named ", "list /pods in  named x"];
  test.each([
    ["watch=true", watched],
    ["watch=yes", watched],
    ["watch=", watched],
    ["watch=False", listed],
    ["watch=0", listed],
    ["watch=false&watch=true", listed],
    ["fieldSelector=metadata.name==x", named],
    ["fieldSelector=spec.nodeName=n,metadata.name=x", named],
    ["fieldSelector=metadata.name!=x", listed],
    ["fieldSelector=metadata.name=a/b", listed],
    ["fieldSelector=metadata.name=..", listed],
    // Where anything fails to decode, no name is taken, and `watch` still counts.
    ["fieldSelector=metadata.name=x&limit=abc", listed],
    ["fieldSelector=metadata.name=x&limit=abc&watch=1", watched],
    ["fieldSelector=metadata.name=x&timeoutSeconds=", listed],
    ["fieldSelector=metadata.name=x&limit=9223372036854775808", listed],
    ["fieldSelector=metadata.name=x&limit=-5", named],
    ["fieldSelector=metadata.name=x&labelSelector=a=b=c", listed],
    ["fieldSelector=metadata.name=x&labelSelector=a%20in%20(b,c),!d", named],
    ["fieldSelector=metadata.name", listed],
    // Pairs that cannot be decoded, or hold a semicolon, are not there.
    ["fieldSelector=metadata.name%3Dx%zz", listed],
    ["watch=1;x", listed],
  ])("%s", (query, expected) => {
    expect(told("GET", `/api/v1/pods?${query}`)).toBe(expected);
  });

  test("what a list is limited to is kept for the Node authorizer", () => {
    const info = requestInfo("GET", "/api/v1/pods?fieldSelector=spec.nodeName%3Dn");
    expect(info).toMatchObject({
      attributes: { fieldSelector: [{ field: "spec.nodeName", operator: "=", value: "n" }] },
    });
  });
});
