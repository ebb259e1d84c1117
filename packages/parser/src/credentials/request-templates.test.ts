import type { Credential } from "@authgraph/kubernetes";
import type { Origin } from "@authgraph/source";
import { describe, expect, test } from "vitest";
import { readDocuments } from "../reader/read-documents.ts";
import { isCfsslRequest, looksLikeOpensslConfig, readCfsslRequest, readOpensslConfig } from "./request-templates.ts";

function written(origin: Origin): string {
  return origin.kind === "text" ? origin.source.text.slice(origin.start, origin.end) : "";
}

const identity = ({ user, groups }: Credential): unknown => [user?.value, groups.map(({ value }) => value)];

describe("openssl", () => {
  const subject = '[dn]\nCN = jane # who\n0.O = dev\n1.O = "system:masters"\nOU = x\n';
  test.each([
    {
      name: "a subject",
      text: `[req]\nprompt = no\ndistinguished_name = dn\n${subject}`,
      expected: [["jane", ["dev", "system:masters"]]],
    },
    {
      name: "for clients",
      text: `[req]\nprompt=no\ndistinguished_name=dn\nreq_extensions=e\n${subject}[e]\nextendedKeyUsage = serverAuth, clientAuth\n`,
      expected: [["jane", ["dev", "system:masters"]]],
    },
    {
      name: "not for servers",
      text: `[req]\nprompt=no\ndistinguished_name=dn\nreq_extensions=e\n${subject}[e]\nextendedKeyUsage = serverAuth\n`,
      expected: [],
    },
    {
      name: "not for a CA",
      text: `[req]\nprompt=no\ndistinguished_name=dn\nx509_extensions=e\n${subject}[e]\nbasicConstraints = critical, CA:TRUE\n`,
      expected: [],
    },
    {
      name: "questions and their defaults",
      text: "[req]\ndistinguished_name=dn\n[dn]\ncommonName = Your name\ncommonName_default = joe\norganizationName = Your group\n",
      expected: [["joe", []]],
    },
    { name: "no subject", text: "[req]\nprompt=no\ndistinguished_name=other\n", expected: [] },
  ])("$name", ({ text, expected }) => {
    expect(looksLikeOpensslConfig(text)).toBe(true);
    expect(readOpensslConfig({ path: "req.cnf", text }).map(identity)).toEqual(expected);
  });

  test("places", () => {
    const text = `[req]\nprompt=no\ndistinguished_name=dn\n${subject}`;
    const [credential] = readOpensslConfig({ path: "req.cnf", text });
    expect(credential?.form).toBe("certificate-request-template");
    expect(credential?.user && written(credential.user.origin)).toBe("jane");
    expect(credential?.groups.map(({ origin }) => written(origin))).toEqual(["dev", "system:masters"]);
  });
});

describe("cfssl", () => {
  test.each([
    {
      name: "a subject",
      text: '{"CN": "admin", "key": {"algo": "rsa"}, "names": [{"C": "US", "O": "system:masters"}, {"O": "dev"}]}',
      expected: ["admin", ["system:masters", "dev"]],
    },
    { name: "a name alone", text: '{"CN": "My Client"}', expected: ["My Client", []] },
    { name: "not a CA", text: '{"CN": "Root-CA", "ca": {"expiry": "876000h"}}', expected: undefined },
    { name: "not another document", text: '{"CN": "x", "kind": "Pod"}', expected: undefined },
    { name: "not an empty one", text: "{}", expected: undefined },
  ])("$name", ({ text, expected }) => {
    const source = { path: "admin-csr.json", text };
    let credential: Credential | undefined;
    readDocuments(text, "kubectl", (document) => {
      if (document.outcome === "value" && isCfsslRequest(document.tree))
        credential = readCfsslRequest(document.tree, source);
    });
    expect(credential && identity(credential)).toEqual(expected);
  });
});
