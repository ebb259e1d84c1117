import { createHash } from "node:crypto";
import type { Access } from "@authgraph/graph";
import type { Suppression } from "@authgraph/rules";
import type { Located, SourceText } from "@authgraph/source";
import type { ValidWhile } from "../configuration/configuration.ts";

/** Which risks a suppression is about. All that it says has to hold. */
export type Selector =
  /** Those with a place on a line. */
  | { readonly by: "line"; readonly source: SourceText; readonly line: number }
  /** Those that are told in a file. */
  | { readonly by: "file"; readonly source: SourceText }
  /** Those with a place in an object, or that are about it. */
  | {
      readonly by: "object";
      readonly source: SourceText;
      readonly start: number;
      readonly end: number;
      readonly key: string;
    }
  | {
      readonly by: "entry";
      /** `ClusterRoleBinding platform-admins`; a `*` stands for anything. */
      readonly object: string | undefined;
      readonly subject: string | undefined;
      /** Of the file they are told in. */
      readonly path: string | undefined;
      readonly fingerprint: string | undefined;
    }
  /** Those of a subject through a binding, while it gives no more than this. */
  | {
      readonly by: "grant";
      readonly subject: string;
      readonly binding: string | undefined;
      readonly access: readonly Access[];
    };

/** A suppression as it was written, before it is known what it does. */
export interface WrittenSuppression {
  readonly suppression: Suppression;
  /** The cluster it holds in; undefined: each. */
  readonly cluster: string | undefined;
  /** The cluster among whose findings it is told. */
  readonly home: string;
  /** Undefined where it says nothing that could be matched. */
  readonly selector: Selector | undefined;
  readonly validWhile: ValidWhile | undefined;
  /** What is wrong with it, as the end of a sentence. */
  readonly problem: string | undefined;
  /** It stands in something that is not evaluated as it stands: whether it is of use cannot be said. */
  readonly unjudged: boolean;
}

/** One that is written so that nothing can be made of it. */
export function misspeltSuppression(
  told: Pick<Suppression, "form" | "origin" | "label" | "selects">,
  written: string,
  { home, problem }: { readonly home: string; readonly problem: string },
): WrittenSuppression {
  const about: Omit<Suppression, "key"> = { ...told, rules: [], reason: "", until: undefined };
  return {
    suppression: { ...about, key: suppressionKey(about, [written]) },
    cluster: undefined,
    home,
    selector: undefined,
    validWhile: undefined,
    problem,
    unjudged: false,
  };
}

/** What makes a suppression the same in another state of the inputs. */
export function suppressionKey(
  { form, rules, selects, reason, until }: Omit<Suppression, "key">,
  more: readonly (string | undefined)[],
): string {
  const parts = [form, sorted(rules), selects, reason, until?.value ?? "", ...more.map((one) => one ?? "")];
  return createHash("sha256").update(JSON.stringify(parts), "utf8").digest("hex").slice(0, 32);
}

function sorted(rules: readonly Located<string>[]): readonly string[] {
  return rules.map(({ value }) => value).sort();
}

/** `ignore[rbac-bind, rbac-escalate]` */
export function labelOf(word: string, rules: readonly Located<string>[]): string {
  return `${word}[${rules.map(({ value }) => value).join(", ")}]`;
}

/** Words of somebody, as much of them as a title can quote. */
export function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= longestQuote ? line : `${line.slice(0, longestQuote - 1)}…`;
}

const longestQuote = 60;
