import type { ComponentInvocation, KubeletConfiguration } from "@authgraph/kubernetes";
import type { Located, Origin } from "@authgraph/source";
import { byText } from "../order.ts";
import type { Assumption, ComponentInstance, EffectiveSetting, Inventory, SettingLayer } from "../types.ts";
import { kubeadmKubeletDefaults, kubeletFileDefaults } from "./kubelet-defaults.ts";
import { kubeletFieldOfFlag } from "./kubelet-fields.ts";
import { refuseKubelet } from "./kubelet-refusals.ts";
import { fileContent } from "./named-file.ts";
import { kubeletWords, refuseCommandLine } from "./refusals/command-line.ts";
import { givenFlag, givenText, instanceOf, type ServerBeingRead, startReading } from "./server-being-read.ts";

/**
 * A kubelet as a command line starts it. A setting that has a field in a KubeletConfiguration goes by the path of that
 * field, whether a flag or a file sets it; every other by the name of its flag.
 *
 * Flags on the command line count for more than drop-ins of `--config-dir`, those for more than the file of `--config`.
 * That file brings defaults of its own, which are safer than those of the flags: with a folder of drop-ins alone the
 * flags' defaults stay (cmd/kubelet/app/server.go: NewKubeletCommand, mergeKubeletConfigurations).
 */
export function kubeletInstance(
  inventory: Inventory,
  path: string,
  invocation: ComponentInvocation,
): ComponentInstance {
  const kubelet = startReading(inventory, path, invocation);
  refuseCommandLine(kubelet, kubeletWords);
  const settings = kubeletSettings(kubelet, configurationOf(kubelet));
  refuseKubelet(kubelet, settings);
  return instanceOf(kubelet, settings);
}

/** The kubelet that a configuration describes which no command line of the inputs names: with the defaults of files. */
export function kubeletOfFile(
  inventory: Inventory,
  path: string,
  configuration: KubeletConfiguration,
): ComponentInstance {
  const isKubeadms = startsWithKubeadm(inventory, path);
  const invocation: ComponentInvocation = {
    component: "kubelet",
    instance: `kubelet configured by ${path}`,
    origin: configuration.origin,
    version: undefined,
    flags: [],
    installer: isKubeadms ? "kubeadm" : undefined,
    positional: [],
  };
  const kubelet = startReading(inventory, path, invocation);
  const settings = kubeletSettings(kubelet, { base: "file", written: [configuration], isKubeadms, doubt: undefined });
  refuseKubelet(kubelet, settings);
  return { ...instanceOf(kubelet, settings), partial: true };
}

/** What files say of a kubelet. */
interface WrittenConfiguration {
  /** Whose defaults hold. */
  readonly base: "file" | "flags";
  /** The file of `--config`, then drop-ins: later ones count. */
  readonly written: readonly KubeletConfiguration[];
  /** kubeadm fills in what the file leaves out. */
  readonly isKubeadms: boolean;
  /** A file is named and not among the inputs: any field may be set there. */
  readonly doubt: Assumption | undefined;
}

/** The configurations that command lines of the inputs name. */
export function namedConfigurations(inventory: Inventory): ReadonlySet<KubeletConfiguration> {
  const named = new Set<KubeletConfiguration>();
  for (const { path, value } of inventory.invocations) {
    if (value.component !== "kubelet") continue;
    for (const written of configurationOf(startReading(inventory, path, value)).written) named.add(written);
  }
  return named;
}

function configurationOf(kubelet: ServerBeingRead): WrittenConfiguration {
  const { inventory, invocation, path: from } = kubelet;
  const given = givenFlag(kubelet, "config");
  const path = givenText(kubelet, "config");
  const isKubeadms = invocation.installer === "kubeadm" || invocation.installer === "kind";
  const dropIns = dropInsOf(kubelet);
  if (path === undefined) {
    const doubt = given.given === "unknown" ? given.assumption : undefined;
    return { base: "flags", written: dropIns, isKubeadms: false, doubt };
  }
  const beside = isKubeadms ? configurationBeside(inventory, from) : undefined;
  if (beside !== undefined) return { base: "file", written: [beside, ...dropIns], isKubeadms, doubt: undefined };
  const content = fileContent(kubelet, "config", path, "KubeletConfiguration", {
    stage: "complete",
    absent: (file) =>
      `failed to load kubelet config file, path: ${file}, error: failed to load Kubelet config file ${file}, error failed to read kubelet config file ${JSON.stringify(file)}, error: open ${file}: no such file or directory`,
  });
  if (content.state === "read")
    return { base: "file", written: [content.value, ...dropIns], isKubeadms, doubt: undefined };
  // kubeadm writes the file itself.
  const doubt = isKubeadms ? undefined : content.assumption;
  return { base: "file", written: dropIns, isKubeadms, doubt };
}

/** What kubeadm makes the file of: a document beside its own. */
function configurationBeside({ configurations }: Inventory, from: string): KubeletConfiguration | undefined {
  for (const { path, value } of configurations)
    if (path === from && value.kind === "KubeletConfiguration") return value;
  return undefined;
}

function startsWithKubeadm({ invocations }: Inventory, from: string): boolean {
  return invocations.some(({ path, value: { installer } }) => {
    return path === from && (installer === "kubeadm" || installer === "kind");
  });
}

/** `*.conf` below the folder, by path. */
function dropInsOf(kubelet: ServerBeingRead): readonly KubeletConfiguration[] {
  const folder = givenText(kubelet, "config-dir")?.value.replace(/\/+$/, "");
  if (folder === undefined) return [];
  const inFolder = `${folder.startsWith("/") ? "" : "/"}${folder}/`;
  const found = kubelet.inventory.configurations.flatMap(({ path, value }) => {
    if (value.kind !== "KubeletConfiguration" || !path.endsWith(".conf")) return [];
    return `/${path}`.includes(inFolder) ? [{ path, value }] : [];
  });
  return found.sort((a, b) => byText(a.path, b.path)).map(({ value }) => value);
}

type Settings = Map<string, EffectiveSetting>;

function kubeletSettings(kubelet: ServerBeingRead, files: WrittenConfiguration): ReadonlyMap<string, EffectiveSetting> {
  const settings: Settings = new Map();
  addDefaults(settings, kubelet, files);
  if (files.isKubeadms) {
    for (const [name, value] of kubeadmKubeletDefaults) put(settings, name, [value], "installer", kubeadmOrigin);
  }
  for (const configuration of files.written) addFile(settings, configuration);
  // Whatever the configuration says.
  if (files.isKubeadms) put(settings, "rotateCertificates", ["true"], "installer", kubeadmOrigin);
  if (files.doubt !== undefined) doubtFields(settings, files.doubt);
  addFlags(settings, kubelet);
  return settings;
}

const kubeadmOrigin: Origin = { kind: "built-in", of: "default of kubeadm" };
const flagDefault: Origin = { kind: "built-in", of: "default of kubelet" };
const fileDefault: Origin = { kind: "built-in", of: "default of KubeletConfiguration" };

function put(settings: Settings, name: string, values: readonly string[], layer: SettingLayer, origin: Origin): void {
  settings.set(name, { name, values, doubt: undefined, layer, origin });
}

function addDefaults(settings: Settings, { settings: byFlag }: ServerBeingRead, { base }: WrittenConfiguration): void {
  const fields = new Set<string>();
  for (const [flag, { values, layer }] of byFlag) {
    const field = kubeletFieldOfFlag.get(flag);
    if (field !== undefined) fields.add(field);
    if (layer === "default") put(settings, field ?? flag, values ?? [], "default", flagDefault);
  }
  for (const [name, { ofFile, ofFlag }] of kubeletFileDefaults) {
    const origin = base === "file" ? fileDefault : flagDefault;
    put(settings, name, [base === "file" ? ofFile : ofFlag], "default", origin);
  }
}

/** A list is replaced as a whole; its elements are one setting. */
function addFile(settings: Settings, { settings: written }: KubeletConfiguration): void {
  const lists = new Map<string, Located<string>[]>();
  for (const [path, value] of written) {
    // What the document is sets nothing.
    if (path === "apiVersion" || path === "kind") continue;
    const list = /^(.*)\[\d+\]$/.exec(path)?.[1];
    if (list === undefined) {
      // An empty text, and a port that is zero, count as not written where that is not the default (SetDefaults_KubeletConfiguration).
      if (value.value === "" || (path === "port" && value.value === "0")) continue;
      put(settings, path, [value.value], "file", value.origin);
      continue;
    }
    const elements = lists.get(list);
    if (elements === undefined) lists.set(list, [value]);
    else elements.push(value);
  }
  for (const [path, elements] of lists) {
    const origin = elements[0]?.origin ?? fileDefault;
    put(
      settings,
      path,
      elements.map(({ value }) => value),
      "file",
      origin,
    );
  }
}

/** What no file at hand says may stand in the one that is not. */
function doubtFields(settings: Settings, doubt: Assumption): void {
  const fields = new Set([...kubeletFieldOfFlag.values(), ...kubeletFileDefaults.keys()]);
  for (const name of fields) {
    const known = settings.get(name);
    if (known?.layer === "file") continue;
    const origin = doubt.origin ?? fileDefault;
    settings.set(name, { name, values: undefined, doubt, layer: "file", origin });
  }
}

function addFlags(settings: Settings, { settings: byFlag }: ServerBeingRead): void {
  for (const [flag, setting] of byFlag) {
    if (setting.layer === "default") continue;
    const field = kubeletFieldOfFlag.get(flag);
    if (field === "featureGates" && setting.values !== undefined) {
      for (const { name, value } of pairsOf(setting.values)) {
        put(settings, `featureGates.${name}`, [value], setting.layer, setting.origin);
      }
      continue;
    }
    settings.set(field ?? flag, { ...setting, name: field ?? flag });
  }
}

function pairsOf(values: readonly string[]): readonly { readonly name: string; readonly value: string }[] {
  return values.map((pair) => {
    const at = pair.indexOf("=");
    return { name: pair.slice(0, Math.max(0, at)).trim(), value: pair.slice(at + 1).trim() };
  });
}
