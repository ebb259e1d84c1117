import {
  type AccessBinding,
  type AccessRole,
  type Cel,
  type ComponentConfiguration,
  type ComponentFacts,
  type ComponentInvocation,
  type Credential,
  type Fact,
  type HiddenContent,
  type KnownMinor,
  type KubernetesObject,
  type Kustomization,
  type Mount,
  noComponentFacts,
  type PlatformFacts,
  type WrittenCredential,
} from "@authgraph/kubernetes";
import { objectKey } from "./object-key.ts";
import { byText } from "./order.ts";
import {
  appliedNamespace,
  type Entry,
  type Inventory,
  type ObjectKey,
  type Placed,
  type ShippedPolicy,
  type TextFacts,
} from "./types.ts";

export interface InventoryInput {
  readonly texts: readonly TextFacts[];
  readonly shipped: ShippedPolicy;
  /** The minor whose facts hold where a server does not say its own; absent: the newest known. */
  readonly minor?: KnownMinor | undefined;
  /** Nothing says that minor. */
  readonly minorAssumed?: boolean;
  /** Where the objects of a text go that name no namespace; undefined where nothing says it. */
  readonly namespaceOf: (path: string) => string | undefined;
  /** The inputs are all there is: what is named and absent does not exist. */
  readonly complete: boolean;
  /** Absent: no program's flags are known, and none is refused for that. */
  readonly componentFacts?: ComponentFacts | undefined;
  readonly platform?: PlatformFacts | undefined;
  readonly cel?: Cel | undefined;
}

/**
 * Brings the facts of all texts together into one cluster.
 *
 * The default policy is part of it, except for objects that the inputs define themselves. kubeadm's objects are not:
 * they exist only where kubeadm built the cluster. A managed cluster has none of them, and there they would grant
 * what nobody holds; where kubeadm did build it, a dump carries them. They are kept for recognising them.
 */
export function buildInventory(input: InventoryInput): Inventory {
  const texts = [...input.texts].sort((a, b) => byText(a.path, b.path));
  const collected = collector();

  for (const text of texts) addText(collected, text, input.namespaceOf(text.path));
  addDefaultPolicy(collected, input.shipped);

  for (const variants of collected.roles.values()) variants.sort(byKeyThenPath);
  collected.bindings.sort(byKeyThenPath);
  for (const entries of collected.others.values()) entries.sort(byKeyThenPath);

  return {
    roles: collected.roles,
    bindings: collected.bindings,
    entriesOf: (kind) => entriesOf(collected, kind),
    invocations: collected.invocations,
    configurations: collected.configurations,
    kustomizations: collected.kustomizations,
    paths: texts.flatMap(pathsOf),
    aliases: aliasesOf(texts),
    lookedFor: collected.lookedFor,
    mounts: collected.mounts,
    credentials: collected.credentials,
    hiddenContents: collected.hiddenContents,
    writtenCredentials: collected.writtenCredentials,
    overwritten: collected.overwritten,
    shipped: input.shipped,
    minor: input.minor,
    minorAssumed: input.minorAssumed ?? input.minor === undefined,
    complete: input.complete,
    componentFacts: input.componentFacts ?? noComponentFacts,
    cel: input.cel,
    platform: input.platform,
  };
}

function aliasesOf(texts: readonly TextFacts[]): ReadonlyMap<string, readonly string[]> {
  const aliases = new Map<string, string[]>();
  for (const { path, alias = [] } of texts) for (const name of alias) append(aliases, name, path);
  return aliases;
}

interface Collected {
  readonly roles: Map<ObjectKey, Entry<AccessRole>[]>;
  readonly bindings: Entry<AccessBinding>[];
  readonly others: Map<KubernetesObject["kind"], Entry[]>;
  readonly invocations: Placed<ComponentInvocation>[];
  readonly configurations: Placed<ComponentConfiguration>[];
  readonly kustomizations: Kustomization[];
  readonly lookedFor: Set<string>;
  readonly mounts: Map<string, Mount[]>;
  readonly credentials: Credential[];
  readonly hiddenContents: HiddenContent[];
  readonly writtenCredentials: WrittenCredential[];
  readonly overwritten: Entry[];
  /** How many objects with only a `generateName` were met under each key. */
  readonly generated: Map<ObjectKey, number>;
}

function collector(): Collected {
  return {
    roles: new Map(),
    bindings: [],
    others: new Map(),
    invocations: [],
    configurations: [],
    kustomizations: [],
    lookedFor: new Set(),
    mounts: new Map(),
    credentials: [],
    hiddenContents: [],
    writtenCredentials: [],
    overwritten: [],
    generated: new Map(),
  };
}

function addText(collected: Collected, { path, facts }: TextFacts, defaultNamespace: string | undefined): void {
  const objects = new Map<ObjectKey, Entry>();
  for (const fact of facts) {
    if (fact.fact === "object") {
      addToText(collected, objects, entryOf(collected, fact.object, path, defaultNamespace ?? appliedNamespace));
    } else {
      addOther(collected, path, fact);
    }
  }
  for (const entry of objects.values()) addEntry(collected, entry);
}

/** What `kubectl apply` of the text would leave: the last definition of each object. */
function addToText(collected: Collected, objects: Map<ObjectKey, Entry>, entry: Entry): void {
  const earlier = objects.get(entry.key);
  if (earlier === undefined) {
    objects.set(entry.key, entry);
  } else if (isRefusedChange(earlier.object, entry.object)) {
    collected.overwritten.push(entry);
  } else {
    collected.overwritten.push(earlier);
    objects.set(entry.key, entry);
  }
}

/** A roleRef cannot change (pkg/apis/rbac/validation: ValidateRoleBindingUpdate), so the stored binding stays as it is. */
function isRefusedChange(earlier: KubernetesObject, later: KubernetesObject): boolean {
  return (
    isBinding(earlier) &&
    isBinding(later) &&
    (earlier.roleRef.kind.value !== later.roleRef.kind.value || earlier.roleRef.name.value !== later.roleRef.name.value)
  );
}

function isBinding(object: KubernetesObject): object is AccessBinding {
  return object.kind === "RoleBinding" || object.kind === "ClusterRoleBinding";
}

function entryOf(collected: Collected, object: KubernetesObject, path: string | undefined, defaultNamespace: string) {
  const namespace = isClusterScoped(object) ? "" : object.meta.namespace?.value || defaultNamespace;
  const key = objectKey(object, namespace);
  return { key: object.meta.generated ? generatedKey(collected, key) : key, namespace, object, path };
}

/** No object can have `%` in its name, so these keys are nobody else's, and no roleRef leads to them. */
function generatedKey(collected: Collected, key: ObjectKey): ObjectKey {
  const number = (collected.generated.get(key) ?? 0) + 1;
  collected.generated.set(key, number);
  return `${key}%${number}`;
}

function isClusterScoped({ kind }: KubernetesObject): boolean {
  switch (kind) {
    case "ClusterRole":
    case "ClusterRoleBinding":
    case "Namespace":
    case "CertificateSigningRequest":
    case "Group":
    case "PersistentVolume":
    case "VolumeAttachment":
    case "ResourceSlice":
    case "ValidatingWebhookConfiguration":
    case "MutatingWebhookConfiguration":
    case "APIService":
      return true;
    case "Role":
    case "RoleBinding":
    case "ServiceAccount":
    case "Secret":
    case "Workload":
    case "PodCertificateRequest":
      return false;
  }
}

function addEntry(collected: Collected, { key, namespace, object, path }: Entry): void {
  if (isBinding(object)) {
    collected.bindings.push({ key, namespace, object, path });
  } else if (object.kind === "Role" || object.kind === "ClusterRole") {
    append(collected.roles, key, { key, namespace, object, path });
  } else {
    append(collected.others, object.kind, { key, namespace, object, path });
  }
}

function addDefaultPolicy(collected: Collected, { kubernetes }: ShippedPolicy): void {
  for (const role of kubernetes.roles) {
    const entry = { ...entryOf(collected, role, undefined, ""), object: role };
    if (!collected.roles.has(entry.key)) collected.roles.set(entry.key, [entry]);
  }
  const bound = new Set(collected.bindings.map(({ key }) => key));
  for (const binding of kubernetes.bindings) {
    const entry = { ...entryOf(collected, binding, undefined, ""), object: binding };
    if (!bound.has(entry.key)) collected.bindings.push(entry);
  }
}

function addOther(collected: Collected, path: string, fact: Exclude<Fact, { fact: "object" }>): void {
  switch (fact.fact) {
    case "invocation":
      collected.invocations.push({ path, value: fact.invocation });
      return;
    case "configuration":
      collected.configurations.push({ path: pathOf(path, fact), value: fact.configuration });
      return;
    case "credential":
      collected.credentials.push(fact.credential);
      return;
    case "hidden-content":
      collected.hiddenContents.push(fact.hidden);
      return;
    case "written-credential":
      collected.writtenCredentials.push(fact.written);
      return;
    case "kustomization":
      collected.kustomizations.push(fact.kustomization);
      return;
    case "file-reference":
      collected.lookedFor.add(fact.reference.path.value);
      return;
    case "mount":
      append(collected.mounts, path, fact.mount);
      return;
    case "unit":
    case "environment":
    case "distribution":
    case "machine-file":
      // Of use while the inputs are read; nothing of the cluster itself.
      return;
  }
}

/** A text, and the files that stand in it. */
function pathsOf({ path, facts }: TextFacts): readonly string[] {
  const inside = facts.flatMap((fact) =>
    fact.fact === "configuration" && fact.path !== undefined ? [pathOf(path, fact)] : [],
  );
  return inside.length === 0 ? [path] : [path, ...inside];
}

/** A file that stands in a text is found beside what names it, by its path on the machine. */
function pathOf(text: string, { path }: Extract<Fact, { fact: "configuration" }>): string {
  return path === undefined ? text : `${text}!${path}`;
}

function entriesOf<K extends KubernetesObject["kind"]>(
  { others }: Collected,
  kind: K,
): readonly Entry<Extract<KubernetesObject, { kind: K }>>[] {
  const isOfKind = (entry: Entry): entry is Entry<Extract<KubernetesObject, { kind: K }>> => entry.object.kind === kind;
  return (others.get(kind) ?? []).filter(isOfKind);
}

function byKeyThenPath(a: Entry, b: Entry): number {
  return byText(a.key, b.key) || byText(a.path ?? "", b.path ?? "");
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
