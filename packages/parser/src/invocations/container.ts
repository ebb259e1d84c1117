import type { Component, ComponentInvocation } from "@authgraph/kubernetes";
import type { Located, PlacedText } from "@authgraph/source";
import { located } from "@authgraph/source";
import { offsetAt, originOfPlaced, slicePlaced } from "../placed-text.ts";
import { withEnvironment } from "./etcd-environment.ts";
import { invocationOf } from "./flags.ts";
import type { StartedProgram } from "./program.ts";
import { componentNamed, findStartedPrograms } from "./program.ts";
import type { VariableLookup, Word, WordDraft } from "./word.ts";
import { boundedLookup, extendWord, finishWord, startWord, wordOf } from "./word.ts";

/** What a container of a pod starts. */
export interface ContainerText {
  readonly image: PlacedText | undefined;
  readonly command: readonly PlacedText[];
  readonly args: readonly PlacedText[];
  /** `env` in the order written; undefined for a value that is taken from elsewhere (`valueFrom`). */
  readonly env: ReadonlyMap<string, PlacedText | undefined>;
}

/** The component that a container starts, if it starts one. `instance` is how people call it. */
export function readContainer(container: ContainerText, instance: string): ComponentInvocation | undefined {
  const environment = boundedLookup(environmentOf(container.env));
  const expand = (text: PlacedText): Word => expandReferences(text, environment);
  const command = container.command.map(expand);
  const args = container.args.map(expand);
  const image = container.image === undefined ? undefined : readImage(container.image);

  const started =
    findStartedPrograms([...command, ...args], environment)[0] ??
    (command.length === 0 ? entrypoint(image, args) : undefined);
  const invocation = started === undefined ? undefined : invocationOf(started, instance, image?.version);
  return invocation === undefined ? undefined : withEnvironment(invocation, writtenVariables(container.env));
}

function writtenVariables(env: ContainerText["env"]): ReadonlyMap<string, PlacedText> {
  const written = new Map<string, PlacedText>();
  for (const [name, value] of env) if (value !== undefined) written.set(name, value);
  return written;
}

/** Without `command`, the image's own program runs; its name says which one that is. */
function entrypoint(image: ComponentImage | undefined, args: readonly Word[]): StartedProgram | undefined {
  if (image?.component === undefined || args[0]?.value.text.startsWith("-") !== true) return undefined;
  return { component: image.component, program: wordOf(image.name), args };
}

interface ComponentImage {
  /** Without registry, repository path and tag. */
  readonly name: PlacedText;
  readonly component: Component | undefined;
  readonly version: Located<string> | undefined;
}

/** Reads `registry:5000/path/kube-apiserver:v1.37.2@sha256:…`. */
function readImage(image: PlacedText): ComponentImage {
  const tagged = image.text.split("@", 1)[0] ?? "";
  const nameStart = tagged.lastIndexOf("/") + 1;
  const colon = tagged.indexOf(":", nameStart);
  const nameEnd = colon < 0 ? tagged.length : colon;
  const name = slicePlaced(image, nameStart, nameEnd);
  const component = componentNamed(name.text.replace(/-(?:amd64|arm64|arm|ppc64le|s390x)$/, ""));

  // A tag is Kubernetes' version only where the image is Kubernetes.
  const isKubernetes = component !== undefined || /kube|k8s/.test(name.text);
  const match = isKubernetes && colon >= 0 ? /^v?(1\.\d+(?:\.\d+)?)(?![\d.])/.exec(tagged.slice(colon + 1)) : null;
  if (match === null) return { name, component, version: undefined };
  const number = match[1] ?? "";
  const start = colon + 1 + match[0].length - number.length;
  return { name, component, version: located(number, originOfPlaced(image, start, start + number.length)) };
}

/** A reference in Kubernetes' own notation: `$(NAME)`, and `$$` for a dollar sign. */
const reference = /\$\$|\$\(([^)]{0,256})\)/g;

/**
 * The values of `env`, in which earlier variables may stand (pkg/kubelet/kubelet_pods.go makeEnvironmentVariables).
 * What the image or `envFrom` set besides is not known, so no variable is unset.
 */
function environmentOf(env: ContainerText["env"]): VariableLookup {
  const expanded = new Map<string, string>();
  const lookup: VariableLookup = (name) => {
    const text = expanded.get(name);
    return text === undefined ? "unknown" : { text, source: undefined };
  };
  const earlier = boundedLookup(lookup);
  for (const [name, value] of env) {
    if (value === undefined) continue;
    let known = true;
    const text = value.text.replace(reference, (written, variable: string | undefined) => {
      if (variable === undefined) return "$";
      const replacement = earlier(variable);
      if (typeof replacement === "string") known = false;
      return typeof replacement === "string" ? written : replacement.text;
    });
    if (known) expanded.set(name, text);
  }
  return lookup;
}

/**
 * Replaces `$(NAME)` by the container's environment; `$$` is a dollar sign, an unknown name stays as it is
 * (third_party/forked/golang/expansion/expand.go Expand).
 */
function expandReferences(text: PlacedText, variable: VariableLookup): Word {
  if (!text.text.includes("$")) return wordOf(text);
  const word = startWord(offsetAt(text, 0));
  let at = 0;
  for (const match of text.text.matchAll(reference)) {
    copy(word, text, at, match.index);
    at = match.index + match[0].length;
    const value = match[1] === undefined ? "$" : variable(match[1]);
    if (typeof value !== "string" || value === "$") {
      const replacement = typeof value === "string" ? value : value.text;
      extendWord(word, replacement, offsetAt(text, match.index), offsetAt(text, at));
    } else {
      word.unresolved = true;
      copy(word, text, match.index, at);
    }
  }
  copy(word, text, at, text.text.length);
  return finishWord(word, text.source);
}

function copy(word: WordDraft, text: PlacedText, start: number, end: number): void {
  for (let i = start; i < end; i++) extendWord(word, text.text[i] ?? "", offsetAt(text, i), offsetAt(text, i + 1));
}
