import type { Scope } from "@authgraph/graph";
import { appliedNamespace } from "@authgraph/graph";

const longestName = 60;

/** A name from the input as a sentence can carry it: no control characters, no endless length. */
export function quotable(name: string): string {
  return quotableWithin(name, longestName);
}

function quotableWithin(name: string, longest: number): string {
  const plain = name.replace(
    /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return plain.length <= longest ? plain : `${plain.slice(0, longest - 1)}…`;
}

/** `of dev`, `of the cluster`: whose the things are that a right reaches. */
export function ofScope(scope: Scope): string {
  return scope.kind === "cluster" ? "of the cluster" : `of ${namespaceName(scope.namespace)}`;
}

/** `in dev`, `in the cluster`. */
export function inScope(scope: Scope): string {
  return scope.kind === "cluster" ? "in the cluster" : `in ${namespaceName(scope.namespace)}`;
}

/** `in namespace dev`, `in all namespaces`: how far a binding reaches. */
export function reachOf(scope: Scope): string {
  if (scope.kind === "cluster") return "in all namespaces";
  return scope.namespace === appliedNamespace ? "in its namespace" : `in namespace ${quotable(scope.namespace)}`;
}

function namespaceName(namespace: string): string {
  return namespace === appliedNamespace ? "its namespace" : quotable(namespace);
}

/** A namespace as a command takes it: a word to fill in where the inputs do not say which. */
export function namespaceToType(namespace: string): string {
  return namespace === appliedNamespace ? "NAMESPACE" : namespace;
}

/** `ops/backup`; the bare name where nobody knows the namespace. */
export function namespacedName(namespace: string, name: string, longest: number = longestName): string {
  const shown = quotableWithin(name, longest);
  return namespace === "" || namespace === appliedNamespace ? shown : `${quotableWithin(namespace, longest)}/${shown}`;
}

/** `a`, `a and b`, `a, b and 3 more`. */
export function listed(names: readonly string[], atMost: number = 3): string {
  if (names.length <= 1) return names.join("");
  const shown = names.slice(0, Math.max(1, names.length === atMost + 1 ? atMost + 1 : atMost));
  const more = names.length - shown.length;
  if (more > 0) return `${shown.join(", ")} and ${more} more`;
  return `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}

/** A word of a POSIX shell command. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

const longestTitle = 140;
const longestLabel = 60;
const longestHalfWord = 10;

/** A title within the length that every output shows whole. What it leads to, the consequence, is never cut. */
export function fitTitle(title: string, consequence: string = ""): string {
  return fit(title, longestTitle - consequence.length) + consequence;
}

/** The first of them that fits whole; the last one cut where none does. */
export function firstThatFits(titles: readonly string[], consequence: string = ""): string {
  const whole = titles.find((title) => title.length + consequence.length <= longestTitle);
  return fitTitle(whole ?? titles.at(-1) ?? "", consequence);
}

export function fitLabel(label: string): string {
  return fit(label, longestLabel);
}

/** Cut before the word that does not fit, unless that would take a long name away. */
function fit(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  const space = cut.lastIndexOf(" ");
  return `${text[cut.length] !== " " && cut.length - space <= longestHalfWord ? cut.slice(0, space) : cut}…`;
}
