import {
  type AdmissionRule,
  type AdmissionWebhook,
  type Check,
  firstThatFits,
  hop,
  listed,
  note,
  type Origin,
  quotable,
  type Remedy,
  type Risk,
  replaceScalar,
} from "@authgraph/rules";

export const check: Check = function* ({ graph }) {
  for (const { key, object } of graph.inventory.entriesOf("ValidatingWebhookConfiguration")) {
    for (const webhook of object.webhooks) {
      const guarded = guardedBy(webhook);
      if (guarded.length === 0 || isOfEks(object.meta.name.value, webhook)) continue;
      const hole = holeOf(webhook, guarded);
      if (hole !== undefined) yield webhookRisk(key, webhook, hole);
    }
  }
};

/** EKS puts it into every cluster: it keeps users from annotations of its own (aws/amazon-vpc-resource-controller-k8s). */
function isOfEks(configuration: string, { name }: AdmissionWebhook): boolean {
  return configuration === "vpc-resource-validating-webhook" && name.value === "vpod.vpc.k8s.aws";
}

interface Hole {
  readonly origin: Origin;
  readonly label: string;
  readonly title: string;
  readonly why: string;
  readonly score: number;
  readonly remedy: Remedy;
}

function holeOf(
  { name, failurePolicy, objectSelector }: AdmissionWebhook,
  guarded: readonly string[],
): Hole | undefined {
  const webhook = `webhook ${quotable(name.value)}`;
  if (failurePolicy?.value === "Ignore") {
    return {
      origin: failurePolicy.origin,
      label: "then it is not asked",
      title: firstThatFits([
        `whoever keeps ${webhook} from answering can have ${listed(guarded, 4)} stored unchecked`,
        `whoever keeps ${webhook} from answering can pass it by`,
      ]),
      why: "its pods need only be slow, deleted or not there yet",
      score: 5.0,
      remedy: {
        text: "set failurePolicy: Fail, and keep its own namespace out by namespaceSelector",
        edits: replaceScalar(failurePolicy.origin, failurePolicy.value, "Fail"),
      },
    };
  }
  const exempting = objectSelector?.selector.matchExpressions.find(
    ({ operator }) => operator === "DoesNotExist" || operator === "NotIn",
  );
  if (objectSelector === undefined || exempting === undefined) return undefined;
  return {
    origin: objectSelector.origin,
    label: `objects with ${quotable(exempting.key)} are exempt`,
    title: firstThatFits([
      `whoever writes ${listed(guarded, 4)} can keep them from ${webhook} by the label ${quotable(exempting.key)}`,
      `whoever writes what ${webhook} checks can keep it from there by a label`,
    ]),
    why: "the label stands on the object itself, and who writes that writes the label",
    score: 4.0,
    remedy: { text: "exempt namespaces by namespaceSelector in place of objects", edits: [] },
  };
}

function webhookRisk(key: string, webhook: AdmissionWebhook, hole: Hole): Risk {
  const { origin, label, title, why, score, remedy } = hole;
  const place = hop(origin, label, 1);
  return {
    ruleId: "admission-webhook-fail-open",
    title,
    score,
    confidence: "certain",
    place,
    hops: [place],
    notes: [note("why", why)],
    remedies: [remedy],
    identity: { subject: `webhook ${webhook.name.value}`, object: key },
    cause: `${key} ${webhook.name.value}`,
    also: title,
  };
}

/** What matters to access among what a webhook is asked about. */
function guardedBy({ rules }: AdmissionWebhook): readonly string[] {
  return guards
    .filter(({ operation, group, resources }) =>
      rules.some((rule) => resources.some((resource) => isAsked(rule, operation, group, resource))),
    )
    .map(({ name }) => name);
}

const rbacGroup = "rbac.authorization.k8s.io";
const guards = [
  { name: "pods", operation: "CREATE", group: "", resources: ["pods"] },
  { name: "exec", operation: "CONNECT", group: "", resources: ["pods/exec"] },
  { name: "role bindings", operation: "CREATE", group: rbacGroup, resources: ["clusterrolebindings", "rolebindings"] },
  { name: "roles", operation: "CREATE", group: rbacGroup, resources: ["clusterroles", "roles"] },
  { name: "tokens", operation: "CREATE", group: "", resources: ["serviceaccounts/token"] },
] as const;

/** k8s.io/apiserver pkg/admission/plugin/webhook/predicates/rules: Matcher. */
function isAsked({ operations, apiGroups, resources }: AdmissionRule, operation: string, group: string, asked: string) {
  const [resource = "", subresource = ""] = asked.split("/");
  return (
    operations.some(({ value }) => value === "*" || value === operation) &&
    apiGroups.some(({ value }) => value === "*" || value === group) &&
    resources.some(({ value }) => {
      const [ofRule = "", subOfRule = ""] = value.split("/");
      return (ofRule === "*" || ofRule === resource) && (subOfRule === "*" || subOfRule === subresource);
    })
  );
}
