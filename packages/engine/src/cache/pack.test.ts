import { parse } from "@authgraph/parser";
import { describe, expect, test } from "vitest";
import { contentId } from "./content-id.ts";
import type { Content } from "./fact-cache.ts";
import { openPack } from "./pack.ts";

const program = "0123456789012345678901234567890123456789";

const role = `kind: Role
apiVersion: rbac.authorization.k8s.io/v1
metadata: {name: reader, namespace: web, annotations: {team: "ä"}}
rules:
- apiGroups: [""]
  resources: [secrets]
  verbs: [get] # authgraph: ignore[x] -- because
`;

function content(path: string, text: string): Content {
  return { id: contentId(Buffer.from(text)), path, role: undefined };
}

function packOf(texts: Readonly<Record<string, string>>, before?: Uint8Array): Uint8Array | undefined {
  const pack = openPack(before, { program, fewest: 1 });
  for (const [path, text] of Object.entries(texts)) pack.keep(content(path, text), parse({ path, text }));
  return pack.packed();
}

test("a content id is git's (git hash-object)", () => {
  expect(contentId(Buffer.from(""))).toBe("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
  expect(contentId(Buffer.from("hello\n"))).toBe("ce013625030ba8dba906f756967f9e9ca394464a");
});

test("what was kept is found in the next run, with places in the source of that run", () => {
  const bytes = packOf({ "a.yaml": role });
  const source = { path: "a.yaml", text: role };
  const found = openPack(bytes, { program, fewest: 1 }).find(content("a.yaml", role), () => source);
  expect(found).toEqual(parse(source));
  expect(found?.documents[0]?.origin).toHaveProperty("source", source);
});

test("nothing is found for another content, path, role or program", () => {
  const bytes = packOf({ "a.yaml": role });
  const source = { path: "a.yaml", text: role };
  const pack = openPack(bytes, { program, fewest: 1 });
  expect(pack.find(content("a.yaml", `${role} `), () => source)).toBeUndefined();
  expect(pack.find(content("b.yaml", role), () => source)).toBeUndefined();
  expect(pack.find({ ...content("a.yaml", role), role: "token-file" }, () => source)).toBeUndefined();
  const other = openPack(bytes, { program: program.replaceAll("0", "1") });
  expect(other.find(content("a.yaml", role), () => source)).toBeUndefined();
});

describe("a pack that cannot be used is as good as none", () => {
  const bytes = packOf({ "a.yaml": role }) ?? new Uint8Array();

  test("cut at every length", () => {
    for (let length = 0; length < bytes.length; length++) {
      const pack = openPack(bytes.subarray(0, length), { program, fewest: 1 });
      expect(pack.find(content("a.yaml", role), () => ({ path: "a.yaml", text: role }))).toBeUndefined();
    }
  });

  test("with any one byte changed", () => {
    for (let at = 0; at < bytes.length; at++) {
      const broken = Uint8Array.from(bytes);
      broken[at] = (broken[at] ?? 0) ^ 0x41;
      const pack = openPack(broken, { program, fewest: 1 });
      expect(pack.find(content("a.yaml", role), () => ({ path: "a.yaml", text: role }))).toBeUndefined();
    }
  });

  test("it is written anew", () => {
    const again = packOf({ "a.yaml": role }, bytes.subarray(0, bytes.length - 1));
    expect(again).toEqual(bytes);
  });
});

test("a run with nothing new has nothing to write; one with something new keeps what was there", () => {
  const first = packOf({ "a.yaml": role });
  expect(packOf({}, first)).toBeUndefined();
  const second = openPack(packOf({ "b.yaml": `${role}---\n` }, first), { program, fewest: 1 });
  expect(second.find(content("a.yaml", role), () => ({ path: "a.yaml", text: role }))).toBeDefined();
  expect(second.find(content("b.yaml", `${role}---\n`), () => ({ path: "b.yaml", text: "" }))).toBeDefined();
});

test("after many runs what the last one did not use is dropped", () => {
  let bytes = packOf({ "old.yaml": role });
  for (let run = 0; run < 20; run++) {
    const pack = openPack(bytes, { program, fewest: 1 });
    const [path, text] = ["new.yaml", `${role}# ${run}\n`];
    pack.keep(content(path, text), parse({ path, text }));
    bytes = pack.packed();
  }
  expect(
    openPack(bytes, { program, fewest: 1 }).find(content("old.yaml", role), () => ({ path: "old.yaml", text: role })),
  ).toBeUndefined();
  expect(bytes?.length).toBeLessThan(10_000);
});

test("a run over a handful of files leaves nothing", () => {
  const pack = openPack(undefined, { program });
  pack.keep(content("a.yaml", role), parse({ path: "a.yaml", text: role }));
  expect(pack.packed()).toBeUndefined();
});

test("a pack never grows beyond its limit", () => {
  const pack = openPack(undefined, { program, fewest: 1, largest: 100 });
  pack.keep(content("a.yaml", role), parse({ path: "a.yaml", text: role }));
  expect(pack.packed()).toBeUndefined();
});

test.each<[what: string, path: string, text: string]>([
  [
    "an environment variable of a unit",
    "kubelet.service",
    "[Service]\nEnvironment=TOKEN=planted-secret\nExecStart=/usr/bin/kubelet\n",
  ],
  ["a flag", "run.sh", "#!/bin/sh\nkube-apiserver --etcd-password=planted-secret\n"],
  [
    "the value of a Secret",
    "s.yaml",
    "kind: Secret\napiVersion: v1\nmetadata: {name: a}\nstringData: {password: planted-secret}\n",
  ],
  [
    "a Secret in the annotation that kubectl apply writes",
    "s.yaml",
    'kind: Secret\napiVersion: v1\nmetadata: {name: a, annotations: {kubectl.kubernetes.io/last-applied-configuration: "planted-secret"}}\n',
  ],
  ["what a message quotes", "s.yaml", "kind: Secret\napiVersion: v1\nmetadata: {name: a}\ndata: planted-secret\n"],
  ["a token file", "tokens.csv", 'planted-secret,jane,1,"system:masters"\n'],
  [
    "a kubeconfig",
    "config",
    "apiVersion: v1\nkind: Config\nusers: [{name: a, user: {token: planted-secret, password: planted-secret}}]\n",
  ],
  [
    "an environment variable of a pod",
    "p.yaml",
    "kind: Pod\napiVersion: v1\nmetadata: {name: a}\nspec: {containers: [{name: a, image: b, env: [{name: C, value: planted-secret}]}]}\n",
  ],
])("%s is not in a pack", (_what, path, text) => {
  const bytes = packOf({ [path]: text, "a.yaml": role });
  expect(Buffer.from(bytes ?? []).toString("latin1")).not.toContain("planted-secret");
});
