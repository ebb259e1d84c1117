import {
  type Component,
  type ComponentInvocation,
  type DefaultFlag,
  type Flag,
  type TalosDefaults,
  talosAddedArguments,
  talosApiServerConfig,
  talosEncryptionConfig,
  talosFlags,
  talosKubeletConfig,
  talosUsual,
} from "@authgraph/kubernetes";
import { type Located, located, textOrigin } from "@authgraph/source";
import { type Collected, collectInvocation } from "../documents/collected.ts";
import { installersFlags } from "./installer-flags.ts";
import { addInstallersText, addText, finishText, startText } from "./subtree-text.ts";
import { typedPart } from "./talos.ts";
import type { TalosComponent, TalosMachine, TalosPart } from "./talos-document.ts";

/** Makes of Talos' documents in a text what they start together, and the files that Talos writes for it. */
export function finishTalos(collected: Collected): void {
  for (const machine of collected.talos.splice(0)) {
    if (!isTalos(machine)) continue;
    collectFiles(collected, machine);
    for (const component of startedComponents(machine)) {
      collectInvocation(collected, invocationOf(collected, machine, component));
    }
  }
}

/** Documents of a group without a name may be anybody's: alone they start nothing. */
function isTalos({ components, type, admission, audit, authentication, authorization }: TalosMachine): boolean {
  const parts = [admission, audit, authentication, authorization].some((part) => part !== undefined);
  return components.size > 0 || type !== undefined || parts;
}

/** A patch starts what it speaks of; the files of the API server speak of it. */
function startedComponents(machine: TalosMachine): readonly Component[] {
  const { type, components, admission, audit, authentication, authorization } = machine;
  if (type === "controlplane" || type === "init") {
    return ["kube-apiserver", "kube-controller-manager", "kube-scheduler", "kubelet", "etcd"];
  }
  if (type === "worker" || type === "join") return ["kubelet"];
  const ofServer = [admission, audit, authentication, authorization].some((part) => part !== undefined);
  return [...new Set([...components.keys(), ...(ofServer ? ["kube-apiserver" as const] : [])])];
}

const authenticationConfig = `${talosApiServerConfig}/authentication-config.yaml`;
const authorizationConfig = `${talosApiServerConfig}/authorization-config.yaml`;

function collectFiles(collected: Collected, machine: TalosMachine): void {
  const { admission, audit, authentication, encryption, kubelet } = machine;
  const plugins = admission && listFile("apiserver.config.k8s.io/v1", "AdmissionConfiguration", "plugins", admission);
  collectFile(collected, `${talosApiServerConfig}/admission-control-config.yaml`, plugins);
  collectFile(collected, `${talosApiServerConfig}/auditpolicy.yaml`, audit);
  collectFile(collected, authenticationConfig, authentication && typedAuthentication(machine, authentication));
  collectFile(collected, authorizationConfig, hasFurtherAuthorizers(machine) ? authorizersOf(machine) : undefined);
  collectFile(collected, talosEncryptionConfig, encryption);
  collectFile(collected, talosKubeletConfig, kubelet);
}

function collectFile(collected: Collected, path: string, part: TalosPart | undefined): void {
  if (part === undefined) return;
  const { start, end } = part.at;
  const source = finishText(part.draft, collected.source, end);
  const file = { path: located(path, textOrigin(collected.source, start, end)), source };
  collected.facts.push({ fact: "machine-file", file });
}

/** `Node` and `RBAC` alone are what Talos has anyway. */
function hasFurtherAuthorizers({ authorizers }: TalosMachine): boolean {
  return [...authorizers].some((type) => type !== "Node" && type !== "RBAC");
}

/** Talos asks `Node` and `RBAC` first, unless they are listed (v1alpha1_types.go, AuthorizationConfig). */
function authorizersOf(machine: TalosMachine): TalosPart | undefined {
  const { authorization, authorizers } = machine;
  if (authorization === undefined) return undefined;
  const minor = minorOf(machine);
  const version = minor < 30 ? "v1alpha1" : minor < 32 ? "v1beta1" : "v1";
  const missing = ["Node", "RBAC"].filter((type) => !authorizers.has(type));
  const draft = startText();
  for (const type of missing) {
    addInstallersText(draft, `${JSON.stringify({ type, name: type.toLowerCase() })},`, authorization.at);
  }
  addText(draft, authorization.draft);
  return listFile(`apiserver.config.k8s.io/${version}`, "AuthorizationConfiguration", "authorizers", {
    ...authorization,
    draft,
  });
}

/** Items of a list as the file that holds them. */
function listFile(apiVersion: string, kind: string, field: string, { draft: items, at }: TalosPart): TalosPart {
  const draft = startText();
  addInstallersText(draft, `{"apiVersion":"${apiVersion}","kind":"${kind}","${field}":[`, at);
  addText(draft, items);
  addInstallersText(draft, "]}", at);
  return { draft, at };
}

/** The document holds the configuration without its type, which is Talos' to add. */
function typedAuthentication(machine: TalosMachine, part: TalosPart): TalosPart {
  const minor = minorOf(machine);
  const version = minor < 30 ? "v1alpha1" : minor < 34 ? "v1beta1" : "v1";
  return typedPart(part, { apiVersion: `apiserver.config.k8s.io/${version}`, kind: "AuthenticationConfiguration" });
}

/** Of Kubernetes; where nothing says it, a new one. */
function minorOf({ components }: TalosMachine): number {
  return Number(/^1\.(\d+)/.exec(components.get("kube-apiserver")?.version?.value ?? "")?.[1] ?? 99);
}

function invocationOf(collected: Collected, machine: TalosMachine, component: Component): ComponentInvocation {
  const none: TalosComponent = { origin: machine.origin, version: undefined, arguments: [] };
  const { origin, version, arguments: written } = machine.components.get(component) ?? none;
  const own = ownFlags(machine, component, new Set(written.map(({ name }) => name)));
  const flags = withTalosFlags(own, written);
  const what = machine.isWhole ? "Talos machine" : "Talos patch";
  const invocation: ComponentInvocation = {
    component,
    instance: `${component} of ${what} ${collected.source.path}`,
    origin,
    version: version ?? versionOfMachine(machine, component),
    flags,
    installer: "talos",
    positional: [],
  };
  if (machine.isWhole) return invocation;
  return { ...invocation, unresolved: [located("the machine configuration beneath the patch", machine.origin)] };
}

/** Talos adds some arguments to its own, in one flag; any other replaces its own. */
function withTalosFlags(own: readonly DefaultFlag[], written: readonly Flag[]): readonly Flag[] {
  const names = new Set(written.map(({ name }) => name));
  const values = new Map(own);
  const added = written.map((flag): Flag => {
    const value = values.get(flag.name);
    if (value === undefined || !talosAddedArguments.has(flag.name)) return flag;
    const known = value.split(",");
    const more = (flag.value ?? "").split(",").filter((one) => !known.includes(one));
    values.set(flag.name, [...known, ...more].join(","));
    return { ...flag, value: [...known, ...more].join(",") };
  });
  return [...installersFlags("talos", own).filter(({ name }) => !names.has(name)), ...added];
}

/** All of one release; etcd has versions of its own. */
function versionOfMachine({ components }: TalosMachine, component: Component): Located<string> | undefined {
  if (component === "etcd") return undefined;
  return [...components].find(([name, { version }]) => name !== "etcd" && version !== undefined)?.[1].version;
}

function ownFlags(machine: TalosMachine, component: Component, written: ReadonlySet<string>): readonly DefaultFlag[] {
  const defaults: TalosDefaults = {
    endpoint: machine.endpoint,
    port: machine.port ?? talosUsual.port,
    serviceCidrs: machine.serviceCidrs ?? talosUsual.serviceCidrs,
    podCidrs: machine.podCidrs ?? talosUsual.podCidrs,
  };
  const left = new Set<string>();
  const added: DefaultFlag[] = [];
  if (component === "kube-apiserver") {
    // Flags about authorization are used instead of the file; the server refuses both.
    const hasFlags = [...written].some(
      (name) => name === "authorization-mode" || name.startsWith("authorization-webhook-"),
    );
    if (hasFurtherAuthorizers(machine) && !hasFlags) added.push(["authorization-config", authorizationConfig]);
    if (added.length > 0 || written.has("authorization-config")) left.add("authorization-mode");
    if (machine.authentication !== undefined) {
      added.push(["authentication-config", authenticationConfig]);
      left.add("anonymous-auth");
    }
  }
  if (component === "kubelet" && machine.kubelet !== undefined) {
    for (const name of machine.kubeletFields) left.add(name);
    added.push(["config", talosKubeletConfig]);
  }
  return [...talosFlags(component, defaults).filter(([name]) => !left.has(name)), ...added];
}
