import { expect, test } from "vitest";
import { accessWords } from "./access-words.ts";
import { parseAccessWords } from "./parse-access-words.ts";
import { uncovered } from "./uncovered.ts";

function read(words: readonly string[]) {
  return words.map((one) => {
    const access = parseAccessWords(one);
    if (access === undefined) throw new Error(`no access: ${one}`);
    return access;
  });
}

const covered: readonly string[] = [];

test.each<{ wanted: string[]; held: string[]; left: readonly string[] }>([
  { wanted: ["get, list pods in every namespace"], held: ["* *.* in every namespace"], left: covered },
  {
    wanted: ["* *.* in every namespace"],
    held: ["get, list pods in every namespace"],
    left: ["* *.* in every namespace"],
  },
  { wanted: ["get pods in namespace web"], held: ["get pods in every namespace"], left: covered },
  {
    wanted: ["get pods in every namespace"],
    held: ["get pods in namespace web"],
    left: ["get pods in every namespace"],
  },
  { wanted: ["get pods in namespace web"], held: ["get pods in namespace dev"], left: ["get pods in namespace web"] },
  {
    wanted: ["get, list, watch pods, secrets in namespace web"],
    held: ["get, list, watch pods in namespace web", "get, watch secrets in every namespace"],
    left: ["list secrets in namespace web"],
  },
  {
    wanted: ["update deployments.apps/scale, deployments.apps in namespace web"],
    held: ["update *.apps/scale in namespace web"],
    left: ["update deployments.apps in namespace web"],
  },
  {
    wanted: ["get *.*/scale in namespace web"],
    held: ["get pods.*/scale in namespace web"],
    left: ["get *.*/scale in namespace web"],
  },
  {
    wanted: ["get pods/log in namespace web"],
    held: ["get pods in namespace web"],
    left: ["get pods/log in namespace web"],
  },
  { wanted: ['get pods named "a" in namespace web'], held: ["get pods in namespace web"], left: covered },
  {
    wanted: ["get pods in namespace web"],
    held: ['get pods named "a" in namespace web'],
    left: ["get pods in namespace web"],
  },
  {
    wanted: ['get pods named "a", "b", "c" in namespace web'],
    held: ['get pods named "a" in namespace web', 'get pods named "c" in namespace web'],
    left: ['get pods named "b" in namespace web'],
  },
  { wanted: ["get /a/b, /ab*"], held: ["get /a*"], left: covered },
  { wanted: ["get /a*, /a"], held: ["get /a/*, /a"], left: ["get /a*"] },
  { wanted: ["get /a*, any path"], held: ["get /a**"], left: ["get any path"] },
  { wanted: ["get /a in namespace web"], held: [], left: covered },
  { wanted: ['rule {"verbs":["get"],"resources":["pods"]} in every namespace'], held: [], left: covered },
  {
    wanted: ["get pods in namespace web", "list pods in namespace web", "get pods in every namespace"],
    held: [],
    left: ["get pods in every namespace", "list pods in namespace web"],
  },
  {
    wanted: ["get, list pods in namespace web", "get, list services in namespace web"],
    held: [],
    left: ["get, list pods, services in namespace web"],
  },
])("$wanted, holding $held", ({ wanted, held, left }) => {
  expect(uncovered(read(wanted), read(held)).map(accessWords)).toEqual(left);
});

test("three thousand rules take no time worth speaking of", () => {
  const rules = (verbs: string) =>
    Array.from({ length: 3000 }, (_, i) => `${verbs} configmaps, secrets named "n${i}" in namespace web`);
  const start = performance.now();
  expect(uncovered(read(rules("get, list")), read(rules("get"))).length).toBe(1);
  expect(uncovered(read(rules("get")), read(rules("get, list")))).toEqual([]);
  expect(performance.now() - start).toBeLessThan(2000);
});
