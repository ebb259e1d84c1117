import type { Located } from "@authgraph/source";
import type { LabelRequirement, LabelSelector } from "./objects.ts";

/**
 * Whether a selector selects an object with these labels; one without any part selects everything.
 *
 * All parts must hold (k8s.io/apimachinery pkg/apis/meta/v1/helpers.go: LabelSelectorAsSelector).
 */
export function selectorMatches(selector: LabelSelector, labels: ReadonlyMap<string, Located<string>>): boolean {
  for (const [key, value] of selector.matchLabels) {
    if (labels.get(key)?.value !== value) return false;
  }
  return selector.matchExpressions.every((requirement) => requirementHolds(requirement, labels.get(requirement.key)));
}

/** `NotIn` and `DoesNotExist` hold for an object without the label, too. */
function requirementHolds(requirement: LabelRequirement, label: Located<string> | undefined): boolean {
  switch (requirement.operator) {
    case "In":
      return label !== undefined && requirement.values.includes(label.value);
    case "NotIn":
      return label === undefined || !requirement.values.includes(label.value);
    case "Exists":
      return label !== undefined;
    case "DoesNotExist":
      return label === undefined;
  }
}
