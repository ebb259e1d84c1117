import { type Access, accessKey, accessParts, accessWords, appliedNamespace } from "@authgraph/rules";
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

export interface AccessLineOptions {
  /** Of long lists the beginning. */
  readonly isCut: boolean;
  /** What stands there in the applied namespace is in that of each ServiceAccount. */
  readonly eachInItsOwn: boolean;
}

/** Access in words, the same in several namespaces told once; printable. */
export function accessLines(access: readonly Access[], options: AccessLineOptions): readonly string[] {
  const alike = new Map<string, [Access, ...Access[]]>();
  for (const one of access) {
    const key = `${one.scope.kind} ${accessKey({ ...one, scope: { kind: "cluster" } })}`;
    const same = alike.get(key);
    if (same === undefined) alike.set(key, [one]);
    else same.push(one);
  }
  return [...alike.values()].map((same) => printable(wordsOf(same, options)));
}

/** Words of a list that are shown where not all are. */
const valuesShown = 6;

function wordsOf(alike: readonly [Access, ...Access[]], { isCut, eachInItsOwn }: AccessLineOptions): string {
  const [first] = alike;
  const parts = accessParts(first);
  if (parts === undefined) return accessWords(first);
  const [verbs, targets] = [parts.verbs, parts.targets].map((list) =>
    isCut ? listWords(list, valuesShown) : list.join(", "),
  );
  const isOwn = eachInItsOwn && first.scope.kind === "namespace" && first.scope.namespace === appliedNamespace;
  const one = isOwn ? "each in its own namespace" : parts.where;
  const where = alike.length === 1 ? one : `in ${alike.length} namespaces: ${namespacesOf(alike, isCut)}`;
  const named = isCut && parts.named.length > longestNames ? `named ${first.resourceNames.length} names` : parts.named;
  return [verbs, targets, named, where].filter((part) => part !== "").join(" ");
}

const longestNames = 120;

function namespacesOf(alike: readonly Access[], isCut: boolean): string {
  const names = alike.map(({ scope }) =>
    scope.kind === "cluster" || scope.namespace === appliedNamespace ? "the applied one" : scope.namespace,
  );
  return isCut ? listWords(names) : names.join(", ");
}
