import { describe, expect, test } from "vitest";
import { requestsFor } from "./request-path.ts";

/** `verb group/resource/sub in namespace named name`, sorted; `*` for a name that the sender chooses. */
function told(path: string): readonly string[] {
  const all = requestsFor(path).map(({ attributes, anyName }) => {
    if (attributes.kind === "non-resource") return `${attributes.verb} ${attributes.path}`;
    const { verb, apiGroup, resource, subresource, namespace, name } = attributes;
    const what = `${apiGroup}/${resource}${subresource === "" ? "" : `/${subresource}`}`;
    return `${verb} ${what} in ${namespace} named ${anyName ? "*" : name}`;
  });
  return [...new Set(all)].sort();
}

describe("what requests for a path ask", () => {
  const nonResource = (path: string) =>
    ["delete", "get", "head", "options", "patch", "post", "put"].map((verb) => `${verb} ${path}`);
  const collection = (what: string, namespace: string) => [
    ` ${what} in ${namespace} named `,
    `create ${what} in ${namespace} named `,
    `deletecollection ${what} in ${namespace} named `,
    `list ${what} in ${namespace} named *`,
    `patch ${what} in ${namespace} named `,
    `update ${what} in ${namespace} named `,
    `watch ${what} in ${namespace} named *`,
  ];
  const object = (what: string, namespace: string, name: string) =>
    ["", "create", "delete", "get", "patch", "update"].map((verb) => `${verb} ${what} in ${namespace} named ${name}`);

  test.each([
    ["/healthz/", nonResource("/healthz/")],
    ["/api/v1", nonResource("/api/v1")],
    ["/apis/apps/v1", nonResource("/apis/apps/v1")],
    ["/API/v1/pods", nonResource("/API/v1/pods")],
    ["/api/v1/namespaces", collection("/namespaces", "")],
    ["/api/v1/namespaces/foo", object("/namespaces", "foo", "foo")],
    ["/api/v1/namespaces/foo/finalize", object("/namespaces/finalize", "foo", "foo")],
    ["/api/v1/namespaces/foo/status/x", object("/namespaces/status", "foo", "foo")],
    ["/api/v1/namespaces/status", object("/namespaces", "status", "status")],
    ["/api/v1/namespaces/foo/pods", collection("/pods", "foo")],
    ["/api/v1/namespaces/foo/pods/p/exec", object("/pods/exec", "foo", "p")],
    ["/api/v1/namespaces//pods", collection("/pods", "")],
    ["/api//v1/pods", object("/v1", "", "pods")],
    ["/apis/apps/v1/deployments/", collection("apps/deployments", "")],
    ["/api/v1/watch/namespaces/foo/pods", ["watch /pods in foo named "]],
    ["/api/v1/watch/namespaces/foo", ["watch /namespaces in foo named foo"]],
    ["/api/v1/proxy/namespaces/foo/pods/p/x", ["proxy /pods in foo named p"]],
    ["/api/v1/watch", []],
  ])("%s", (path, expected) => {
    expect(told(path)).toEqual(expected);
  });
});
