import type { AccessGraph, ApiServer, ResolvedBinding } from "@authgraph/graph";
import type { Origin } from "@authgraph/source";
import { whereOf } from "./hops.ts";
import { weakerConfidence } from "./rating.ts";
import type { Confidence, Note } from "./risk.ts";

/** How sure it is that what a binding says is what the server does. */
export interface GrantCertainty {
  readonly confidence: Confidence;
  readonly assumedHops: number;
  readonly notes: readonly Note[];
}

/** Whether something is asked before RBAC, and whether the binding's role is the one that the inputs hold. */
export function certaintyOf(graph: AccessGraph, binding: ResolvedBinding): GrantCertainty {
  const webhook = webhookBeforeRbac(graph);
  const far = isFarFromItsRole(graph, binding);
  const notes: Note[] = [];
  if (webhook !== undefined) {
    notes.push({ kind: "note", text: `a webhook is asked before RBAC and may deny it (${whereOf(webhook)})` });
  }
  if (far) notes.push({ kind: "note", text: "joined by name only: the role stands in a tree of its own" });
  return {
    confidence: weakerConfidence(webhook === undefined ? "certain" : "possible", far ? "likely" : "certain"),
    assumedHops: far ? 1 : 0,
    notes,
  };
}

/** Where every server that asks RBAC asks a webhook first: what that one denies, RBAC cannot allow. */
function webhookBeforeRbac({ apiServers }: AccessGraph): Origin | undefined {
  let first: Origin | undefined;
  for (const { authorization } of apiServers) {
    const asked = askedFirst(authorization);
    if (asked === "rbac") return undefined;
    if (asked !== undefined) first ??= asked;
  }
  return first;
}

function askedFirst({ value }: ApiServer["authorization"]): Origin | "rbac" | undefined {
  if (!value.known) return "rbac";
  const rbac = value.modes.findIndex((mode) => mode.value === "RBAC");
  if (rbac < 0) return undefined;
  return value.modes.slice(0, rbac).find((mode) => mode.value === "Webhook")?.origin ?? "rbac";
}

/**
 * A binding whose tree is an application of its own, with a kustomization above it, and whose role stands in another:
 * two applications may well have a role of one name.
 */
function isFarFromItsRole(graph: AccessGraph, { entry, resolution }: ResolvedBinding): boolean {
  if (resolution.outcome !== "found" || entry.path === undefined) return false;
  const roleAt = resolution.role.entry.path;
  if (roleAt === undefined || roleAt === entry.path) return false;
  const here = foldersOf(entry.path);
  const there = new Set(foldersOf(roleAt));
  const own = here.filter((folder) => !there.has(folder));
  // The role stands in the same folder, in one above, or in one below.
  if (own.length === 0 || there.size < here.length - own.length + 1) return false;
  const paths = pathsOf(graph);
  return own.some((folder) => kustomizationNames.some((name) => paths.has(`${folder}/${name}`)));
}

const kustomizationNames: readonly string[] = ["kustomization.yaml", "kustomization.yml", "Kustomization"];

/** `a`, `a/b` of `a/b/c.yaml`. */
function foldersOf(path: string): readonly string[] {
  const folders: string[] = [];
  for (let at = path.indexOf("/", 1); at > 0; at = path.indexOf("/", at + 1)) folders.push(path.slice(0, at));
  return folders;
}

const knownPaths = new WeakMap<AccessGraph, ReadonlySet<string>>();

function pathsOf(graph: AccessGraph): ReadonlySet<string> {
  let paths = knownPaths.get(graph);
  if (paths === undefined) {
    paths = new Set(graph.inventory.paths);
    knownPaths.set(graph, paths);
  }
  return paths;
}
