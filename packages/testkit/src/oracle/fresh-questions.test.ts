import { newestMinor } from "@authgraph/kubernetes";
import { expect, test } from "vitest";
import { askFresh } from "./fresh-questions.ts";
import { graphOracle } from "./graph-oracle.ts";
import type { ClusterObject } from "./manifest.ts";
import type { Oracle } from "./oracle.ts";

// Agreement says something only if a wrong reading of the rules would be noticed. Each row is one, made by rewriting the
// objects before they are read: what is written on the left is taken for what stands on the right.
test.each<[wrongly: string, written: string | RegExp, taken: string]>([
  ["passes over */sub", '"*/log"', '"?"'],
  ["passes over */sub/sub", '"*/log/x"', '"?"'],
  ["takes pods/* for a pattern", '"pods/*"', '"pods/log"'],
  ["takes */* for a pattern", '"*/*"', '"*"'],
  ["folds the case of verbs", '"GET"', '"get"'],
  ["passes over the empty verb", /"verbs":\[""/g, '"verbs":["?"'],
  ["takes an empty name for no restriction", '"resourceNames":[""]', '"resourceNames":[]'],
  ["takes * among names for any", '"resourceNames":["*"]', '"resourceNames":[]'],
  ["takes no names for none", '"resourceNames":[]', '"resourceNames":["?"]'],
  ["takes two stars for none", '"/a**"', '"/a"'],
  ["takes an inner star for a pattern", '"/api/*/x"', '"/api/*"'],
  ["leaves the namespace of an account empty", '"ci","namespace":""', '"ci","namespace":"?"'],
  ["takes a group for a user", '"kind":"Group","name":"jane"', '"kind":"User","name":"jane"'],
  ["folds the case of users", '"Jane"', '"jane"'],
  ["knows no account by its user name", '"User","name":"system:serviceaccount:a:ci"', '"User","name":"?"'],
  ["takes a Role for the ClusterRole of its name", '"kind":"Role","name"', '"kind":"ClusterRole","name"'],
  ["takes NotIn for In", '"NotIn"', '"In"'],
  ["takes DoesNotExist for Exists", '"DoesNotExist"', '"Exists"'],
  ["fills no role that others made", '"clusterRoleSelectors":[', '"clusterRoleSelectors":[],"?":['],
  ["fills no role of the default policy", 'aggregate-to-view":"true"', 'aggregate-to-view":"?"'],
  ["keeps the default policy as it is", '"name":"system:discovery","labels"', '"name":"?","labels"'],
])("a graph that %s is found out", async (_, written, taken) => {
  const truth = await graphOracle(newestMinor);
  const wrong = misreading(await graphOracle(newestMinor), (text) => text.replaceAll(written, taken));
  expect(await differ(truth, wrong)).toBe(true);
});

test("a graph that reads them as they are is not", async () => {
  const text = (same: string): string => same;
  const [truth, right] = [await graphOracle(newestMinor), misreading(await graphOracle(newestMinor), text)];
  expect(await differ(truth, right)).toBe(false);
});

function misreading(oracle: Oracle, rewrite: (text: string) => string): Oracle {
  return {
    ...oracle,
    load(objects) {
      const misread: readonly ClusterObject[] = JSON.parse(rewrite(JSON.stringify(objects)));
      return oracle.load(misread);
    },
  };
}

/** Whether their decisions ever do, whatever their reasons. */
async function differ(truth: Oracle, tested: Oracle): Promise<boolean> {
  for await (const { disagreements } of askFresh(truth, tested, { questions: 10_000, seed: 1 })) {
    if (disagreements.some(({ expected, actual }) => expected.outcome !== actual.outcome)) return true;
  }
  return false;
}
