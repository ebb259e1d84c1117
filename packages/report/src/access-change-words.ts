import { type Access, accessKey, accessWords, appliedNamespace } from "@authgraph/rules";
import { printable } from "./printable.ts";
import { keyWords } from "./vertex-words.ts";

const everybody = new Map([
  ["Group system:authenticated", "every authenticated user"],
  ["Group system:unauthenticated", "every request without credentials"],
  ["User system:anonymous", "every request without credentials (User system:anonymous)"],
  ["Group system:serviceaccounts", "every ServiceAccount"],
]);

const accountsOf = "Group system:serviceaccounts:";
const accountInApplied = `User system:serviceaccount:${appliedNamespace}:`;

/** A subject as people read it: `ServiceAccount ci/deployer`, `every authenticated user`; printable. */
export function whoWords(key: string): string {
  const known = everybody.get(key);
  if (known !== undefined) return known;
  if (key.startsWith(accountInApplied)) return printable(`ServiceAccount ${key.slice(accountInApplied.length)}`);
  if (key.startsWith(accountsOf)) return printable(`every ServiceAccount of ${key.slice(accountsOf.length)}`);
  return keyWords(key);
}

const namesShown = 3;

/** `a, b, c and 4 more`, of printable words. */
export function listWords(words: readonly string[], shown: number = namesShown): string {
  const more = words.length - shown;
  // One more takes no more room than its count.
  if (more <= 1) return words.join(", ");
  return `${words.slice(0, shown).join(", ")} and ${more} more`;
}

/** Access in words, the same in several namespaces told once; printable. */
export function accessLines(access: readonly Access[]): readonly string[] {
  const everywhere = new Map<string, { readonly access: Access; readonly namespaces: string[] }>();
  for (const one of access) {
    const anywhere: Access = { ...one, scope: { kind: "cluster" } };
    const key = one.scope.kind === "cluster" ? `${accessKey(one)} everywhere` : accessKey(anywhere);
    const same = everywhere.get(key) ?? { access: one, namespaces: [] };
    everywhere.set(key, same);
    if (one.scope.kind === "namespace") same.namespaces.push(one.scope.namespace);
  }
  return [...everywhere.values()].map((same) => printable(inNamespaces(same.access, same.namespaces)));
}

const suffix = " in every namespace";

function inNamespaces(access: Access, namespaces: readonly string[]): string {
  if (namespaces.length <= 1) return accessWords(access);
  const words = accessWords({ ...access, scope: { kind: "cluster" } });
  const what = words.endsWith(suffix) ? words.slice(0, -suffix.length) : words;
  const names = namespaces.map((name) => (name === appliedNamespace ? "the applied one" : name));
  return `${what} in ${namespaces.length} namespaces: ${listWords(names)}`;
}
