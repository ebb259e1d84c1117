import {
  type AccessGraph,
  type BoundHolder,
  boundHolders,
  type Check,
  certaintyOf,
  checkCommand,
  dormantScore,
  fitTitle,
  note,
  powerHops,
  powersOf,
  quotable,
  type Remedy,
  type ResolvedBinding,
  type Risk,
  type RuleContext,
  rbacIsAsked,
  replaceItem,
  roleOf,
  roleRefHop,
  type Subject,
  subjectHop,
  takeSubjectOut,
  weakerConfidence,
  worstOf,
} from "@authgraph/rules";

const reservedPrefix = "system:";

export const check: Check = function* (context) {
  const taken = namesInUse(context.graph);
  for (const bound of boundHolders(context, ["user", "group", "service-account"], namesReserved)) {
    const { subject, binding, holder } = bound;
    if (!isReserved(subject) || binding.isShipped(subject)) continue;
    if (holder.kind === "service-account") yield misspeltRisk(bound);
    else if (!taken(subject)) yield* reservedRisk(context, bound);
  }
};

function namesReserved({ entry }: ResolvedBinding): boolean {
  return entry.object.subjects.some(isReserved);
}

function isReserved({ kind, name }: Subject): boolean {
  return kind !== "ServiceAccount" && name.value.startsWith(reservedPrefix);
}

/** Whom Kubernetes itself authenticates under a name that no binding has to mention. */
const components: ReadonlySet<string> = new Set([
  "User system:apiserver",
  "User system:kube-controller-manager",
  "User system:kube-proxy",
  "User system:kube-scheduler",
  "Group system:bootstrappers",
  // Of the API server's way to the nodes, and of OpenShift's administrators.
  "User system:konnectivity-server",
  "User system:admin",
  "Group system:cluster-admins",
]);

/** A bootstrap token is such a user, in such groups (plugin/pkg/auth/authenticator/token/bootstrap). */
const bootstrapTokens = /^(?:User system:bootstrap:|Group system:bootstrappers:)./;

/** Names that this version's default policy or kubeadm binds, and those of components. */
function namesInUse({ inventory: { shipped } }: AccessGraph): (subject: Subject) => boolean {
  const bound = new Set(
    [...shipped.kubernetes.bindings, ...shipped.kubeadm.bindings].flatMap(({ subjects }) => subjects.map(wordOf)),
  );
  return (subject) => {
    const word = wordOf(subject);
    return bound.has(word) || components.has(word) || bootstrapTokens.test(word);
  };
}

function wordOf({ kind, name }: Subject): string {
  return `${kind} ${name.value}`;
}

/** Worth what it gives to somebody whom nobody knows yet. */
function* reservedRisk(context: RuleContext, bound: BoundHolder): Iterable<Risk> {
  const { binding, subject, holder } = bound;
  const certainty = certaintyOf(context.graph, binding);
  const worst = worstOf(context, holder, powersOf(bound.grants(), context.minor), certainty.assumedHops);
  if (worst === undefined || worst.consequence.level === 6) return;
  const { power, consequence, score } = worst;
  const { key } = binding.entry;
  const place = subjectHop(holder, subject, 1);
  const dormant = rbacIsAsked(context.graph) ? undefined : ", once RBAC is among the authorization modes";
  const claim = `${holder.name}, a reserved name that Kubernetes gives nobody, can ${power.phrase}`;
  yield {
    ruleId: "rbac-grant-reserved-identity",
    title: fitTitle(claim, dormant ?? consequence.suffix),
    score: dormant === undefined ? score : Math.min(score, dormantScore),
    confidence: weakerConfidence(certainty.confidence, consequence.confidence),
    place,
    hops: [place, roleRefHop(binding, 2), ...powerHops(power, 3, binding)],
    notes: [
      ...(consequence.next === undefined ? [] : [note("then", consequence.next)]),
      note("why", `nothing in Kubernetes ${context.minor} authenticates under this name`),
      ...certainty.notes,
      note("check", checkCommand(holder, power)),
    ],
    remedies: [takeSubjectOut(bound)],
    identity: { subject: holder.identity, object: key },
    cause: key,
    also: `${holder.name} is a reserved name that Kubernetes gives nobody`,
    role: roleOf(binding),
  };
}

/** Nothing more is granted by it; who looks for ServiceAccounts does not find it. */
const misspeltScore = 1.0;

function misspeltRisk(bound: BoundHolder): Risk {
  const { binding, subject, holder } = bound;
  const { key } = binding.entry;
  const written = quotable(subject.name.value);
  const place = subjectHop(holder, subject, 1);
  return {
    ruleId: "rbac-grant-reserved-identity",
    title: fitTitle(`${holder.name} is bound as User ${written}`, ", which looks like no ServiceAccount"),
    score: misspeltScore,
    confidence: "certain",
    place,
    hops: [place, roleRefHop(binding, 2)],
    notes: [note("why", "the API server takes both for the same account; lists of ServiceAccounts and tools do not")],
    remedies: [asServiceAccount(subject)],
    identity: { subject: `User ${subject.name.value}`, object: key },
    cause: key,
    also: `${holder.name} is written as a User`,
    role: roleOf(binding),
  };
}

function asServiceAccount({ name, origin }: Subject): Remedy {
  const [, , namespace = "", account = ""] = name.value.split(":");
  return {
    text: `write it as kind ServiceAccount, name ${account}, namespace ${namespace}`,
    edits: replaceItem(origin, { kind: "ServiceAccount", name: account, namespace }),
  };
}
