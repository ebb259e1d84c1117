import {
  type AccessGraph,
  type AccessRole,
  appliedNamespace,
  type Check,
  type Entry,
  firstThatFits,
  type Hop,
  hop,
  indexNames,
  type NameIndex,
  namespacedName,
  nearName,
  note,
  quotable,
  type Remedy,
  type ResolvedBinding,
  type Risk,
  removeObject,
  replaceScalar,
  standTogether,
} from "@authgraph/rules";

/** Nothing is allowed that should not be; somebody thinks that something is. */
const score = 2.0;

export const check: Check = function* ({ graph }) {
  const dangling = graph.bindings.filter(
    ({ entry, resolution }) => resolution.outcome === "missing" && entry.object.origin.kind !== "built-in",
  );
  if (dangling.length === 0) return;
  const known = rolesByName(graph);
  for (const binding of dangling) {
    const near = meantRole(binding, known);
    const meant = near !== undefined && standTogether(binding.entry.path, near.role.path) ? near : undefined;
    if (meant === undefined && !graph.inventory.complete) continue;
    yield danglingRisk(binding, meant, graph.inventory.complete);
  }
};

type Role = Entry<AccessRole>;

/** A role that the binding could have meant, and how the two differ. */
interface Meant {
  readonly role: Role;
  readonly differs: "namespace" | "kind" | "name";
}

interface RolesByName {
  readonly clusterRoles: ReadonlyMap<string, Role>;
  readonly rolesOfName: ReadonlyMap<string, readonly Role[]>;
  /** By namespace; names of ClusterRoles under `""`. */
  readonly unboundNames: ReadonlyMap<string, NameIndex>;
  readonly byKey: ReadonlyMap<string, Role>;
}

function rolesByName(graph: AccessGraph): RolesByName {
  const clusterRoles = new Map<string, Role>();
  const rolesOfName = new Map<string, Role[]>();
  const names = new Map<string, string[]>();
  const byKey = new Map<string, Role>();
  const bound = boundByInputs(graph);
  for (const { entry } of graph.roles) {
    if (entry.object.meta.generated) continue;
    const name = entry.object.meta.name.value;
    if (entry.object.kind === "ClusterRole") clusterRoles.set(name, entry);
    else append(rolesOfName, name, entry);
    byKey.set(`${entry.namespace}/${name}`, entry);
    // A role that has a binding of its own was not forgotten by this one.
    if (!bound.has(entry.key)) append(names, entry.namespace, name);
  }
  const unboundNames = new Map([...names].map(([namespace, known]) => [namespace, indexNames(known)]));
  return { clusterRoles, rolesOfName, unboundNames, byKey };
}

/** Roles of the inputs that bindings lead to. What Kubernetes ships is there for everybody to bind. */
function boundByInputs({ bindings }: AccessGraph): ReadonlySet<string> {
  const bound = new Set<string>();
  for (const { resolution } of bindings) {
    const roles = resolution.outcome === "found" ? [resolution.role] : [];
    for (const { entry } of resolution.outcome === "ambiguous" ? resolution.roles : roles) {
      if (entry.object.origin.kind !== "built-in") bound.add(entry.key);
    }
  }
  return bound;
}

function meantRole({ entry, resolution }: ResolvedBinding, known: RolesByName): Meant | undefined {
  // The inputs do not say whether these are in one namespace: what applies them may put them there.
  if (resolution.outcome === "missing" && resolution.nearMisses.length > 0) return undefined;
  const { kind, name } = entry.object.roleRef;
  const wanted = name.value;
  const { namespace } = entry;
  if (kind.value === "ClusterRole") {
    const here = namespace === "" ? undefined : known.byKey.get(`${namespace}/${wanted}`);
    if (here !== undefined) return { role: here, differs: "kind" };
    return misspelt(wanted, "", known);
  }
  const clusterRole = known.clusterRoles.get(wanted);
  if (clusterRole !== undefined) return { role: clusterRole, differs: "kind" };
  return misspelt(wanted, namespace, known) ?? elsewhere(wanted, namespace, known);
}

function misspelt(wanted: string, namespace: string, { unboundNames, byKey }: RolesByName): Meant | undefined {
  const names = unboundNames.get(namespace);
  const near = names === undefined ? undefined : nearName(wanted, names);
  const role = near === undefined ? undefined : byKey.get(`${namespace}/${near.name}`);
  return role === undefined ? undefined : { role, differs: "name" };
}

/** The only Role of that name, in another namespace; where the inputs do not say one of the two, they may be the same. */
function elsewhere(wanted: string, namespace: string, { rolesOfName }: RolesByName): Meant | undefined {
  const [role, ...others] = rolesOfName.get(wanted) ?? [];
  if (role === undefined || others.some((other) => other.namespace !== role.namespace)) return undefined;
  if (namespace === appliedNamespace || role.namespace === appliedNamespace) return undefined;
  return { role, differs: "namespace" };
}

function danglingRisk({ entry }: ResolvedBinding, meant: Meant | undefined, complete: boolean): Risk {
  const { object, namespace, key } = entry;
  const { kind, name } = object.roleRef;
  const place = hop(name.origin, `no ${kind.value} of this name${kind.value === "Role" ? " here" : ""}`, 1);
  const written = (longest?: number): string =>
    `${kind.value} ${namespacedName(kind.value === "Role" ? namespace : "", name.value, longest)}`;
  const whole = (longest?: number): string =>
    `${object.kind} ${namespacedName(namespace, object.meta.name.value, longest)}`;
  const others = (longest?: number): string => (meant === undefined ? "" : `; there is ${nameOf(meant.role, longest)}`);
  const titles = [undefined, 40, 30, 20, 12].map(
    (longest) =>
      `${whole(longest)} gives nothing: ${written(longest)} ${complete ? "does not exist" : "is not among the inputs"}${others(longest)}`,
  );
  return {
    ruleId: "rbac-dangling-role-ref",
    title: firstThatFits(titles),
    score,
    confidence: complete ? "certain" : "likely",
    place,
    hops: [place, ...(meant === undefined ? [] : [meantHop(meant)])],
    notes: [
      note("why", "whoever creates a role of that name decides, within its own rights, what the subjects can do"),
    ],
    remedies: remediesOf(entry, meant),
    identity: { subject: `${kind.value} ${name.value}`, object: key },
    cause: `${key} roleRef`,
    also: `${whole()} names a role that is not there`,
  };
}

function nameOf({ namespace, object }: Role, longest?: number): string {
  return `${object.kind} ${namespacedName(namespace, object.meta.name.value, longest)}`;
}

const difference: Readonly<Record<Meant["differs"], string>> = {
  namespace: "this name, in another namespace",
  kind: "this name, but of the other kind",
  name: "a name that is nearly the same",
};

function meantHop({ role, differs }: Meant): Hop {
  return hop(role.object.meta.name.origin, difference[differs], 2);
}

function remediesOf({ object }: ResolvedBinding["entry"], meant: Meant | undefined): readonly Remedy[] {
  const deleted: Remedy = { text: "delete the binding: it gives nothing", edits: removeObject(object.origin) };
  if (meant === undefined) return [deleted];
  const { kind, name } = object.roleRef;
  const { meta, kind: meantKind } = meant.role.object;
  const again = "; roleRef is immutable: delete the binding and create it again";
  switch (meant.differs) {
    case "name":
      return [
        {
          text: `name ${quotable(meta.name.value)} in the roleRef${again}`,
          edits: replaceScalar(name.origin, name.value, meta.name.value),
        },
        deleted,
      ];
    case "kind":
      return [
        {
          text: `write kind: ${meantKind} in the roleRef${again}`,
          edits: replaceScalar(kind.origin, kind.value, meantKind),
        },
        deleted,
      ];
    case "namespace": {
      const own = object.meta.namespace;
      const { namespace } = meant.role;
      return [
        {
          text: `put the binding into ${quotable(namespace)}, where the Role is, or write the Role where the binding is`,
          edits: own === undefined ? [] : replaceScalar(own.origin, own.value, namespace),
        },
        deleted,
      ];
    }
  }
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
