import { located, type Origin } from "@authgraph/source";
import { expect, test } from "vitest";
import { selectorMatches } from "./label-selector.ts";
import type { LabelRequirement } from "./objects.ts";

const somewhere: Origin = { kind: "built-in", of: "a test" };

type Labels = Readonly<Record<string, string>>;
const env = (operator: LabelRequirement["operator"], ...values: string[]) => ({ key: "env", operator, values });

test.each<[what: string, matchLabels: Labels, matchExpressions: LabelRequirement[], labels: Labels, selected: boolean]>(
  [
    ["nothing asked", {}, [], {}, true],
    ["nothing asked of a labelled object", {}, [], { env: "prod" }, true],
    ["a label", { env: "prod" }, [], { env: "prod", tier: "db" }, true],
    ["a label with another value", { env: "prod" }, [], { env: "Prod" }, false],
    ["a label that is missing", { env: "" }, [], {}, false],
    ["an empty value", { env: "" }, [], { env: "" }, true],
    ["one label of two", { env: "prod", tier: "db" }, [], { env: "prod" }, false],
    ["In", {}, [env("In", "prod", "test")], { env: "test" }, true],
    ["In, another value", {}, [env("In", "prod")], { env: "test" }, false],
    ["In, missing", {}, [env("In", "prod")], {}, false],
    ["NotIn", {}, [env("NotIn", "prod")], { env: "test" }, true],
    ["NotIn, listed", {}, [env("NotIn", "prod")], { env: "prod" }, false],
    ["NotIn, missing", {}, [env("NotIn", "prod")], {}, true],
    ["Exists", {}, [env("Exists")], { env: "" }, true],
    ["Exists, missing", {}, [env("Exists")], { tier: "db" }, false],
    ["DoesNotExist", {}, [env("DoesNotExist")], { tier: "db" }, true],
    ["DoesNotExist, there", {}, [env("DoesNotExist")], { env: "" }, false],
    ["labels and expressions", { tier: "db" }, [env("Exists")], { env: "prod", tier: "db" }, true],
    ["labels without the expressions", { tier: "db" }, [env("DoesNotExist")], { env: "prod", tier: "db" }, false],
    ["several expressions", {}, [env("Exists"), env("NotIn", "prod")], { env: "prod" }, false],
  ],
)("%s", (_, matchLabels, matchExpressions, labels, selected) => {
  const selector = { matchLabels: new Map(Object.entries(matchLabels)), matchExpressions };
  const labelled = new Map(Object.entries(labels).map(([key, value]) => [key, located(value, somewhere)]));
  expect(selectorMatches(selector, labelled)).toBe(selected);
});
