import type { AccessGraph, ApiServer, ResolvedBinding } from "@authgraph/graph";
import type { Kustomization } from "@authgraph/kubernetes";
import type { Origin } from "@authgraph/source";
import { whereOf } from "./hops.ts";
import { weakerConfidence } from "./rating.ts";
import type { Confidence, Note } from "./risk.ts";
import { standTogether } from "./stand-together.ts";

/** How sure it is that what a binding says is what the server does. */
export interface GrantCertainty {
  readonly confidence: Confidence;
  readonly assumedHops: number;
  readonly notes: readonly Note[];
}

/** Whether something is asked before RBAC, and whether the binding's role is the one that the inputs hold. */
export function certaintyOf(graph: AccessGraph, binding: ResolvedBinding): GrantCertainty {
  const webhook = webhookBeforeRbac(graph);
  const apart = isBuiltApartFromItsRole(graph, binding);
  const notes: Note[] = [];
  if (webhook !== undefined) {
    notes.push({ kind: "note", text: `a webhook is asked before RBAC and may deny it (${whereOf(webhook)})` });
  }
  if (apart)
    notes.push({ kind: "note", text: "joined by name only: no kustomization builds the role with the binding" });
  return {
    confidence: weakerConfidence(webhook === undefined ? "certain" : "possible", apart ? "possible" : "certain"),
    assumedHops: apart ? 1 : 0,
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
 * A binding or its role that some kustomization builds, and none builds both: two applications may well have a role of
 * one name (`manager-role`), and what is not among the inputs is the binding's own.
 */
function isBuiltApartFromItsRole(graph: AccessGraph, { entry, resolution }: ResolvedBinding): boolean {
  const { kustomizations } = graph.inventory;
  if (kustomizations.length === 0 || resolution.outcome !== "found" || entry.path === undefined) return false;
  const roleAt = resolution.role.entry.path;
  if (roleAt === undefined || folderOf(roleAt) === folderOf(entry.path)) return false;
  const ofBinding = buildersOfFile(graph, entry.path);
  const ofRole = buildersOfFile(graph, roleAt);
  // What nothing builds is applied by hand, beside what lies next to it.
  if (ofBinding.length === 0 && (ofRole.length === 0 || standTogether(roleAt, entry.path))) return false;
  return !ofBinding.some((one) => ofRole.includes(one));
}

/** A folder that is named, and whose kustomization is not among the inputs, stands for all that lies below it. */
function buildersOfFile(graph: AccessGraph, path: string): readonly Kustomization[] {
  const builders = buildersOf(graph);
  const found = [...(builders.get(path) ?? [])];
  for (let folder = folderOf(path); folder !== ""; folder = folderOf(folder)) {
    found.push(...(builders.get(folder) ?? []));
  }
  return found;
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}

const knownBuilders = new WeakMap<AccessGraph, ReadonlyMap<string, ReadonlySet<Kustomization>>>();

/** For each file, and folder without a kustomization of its own, the kustomizations that build it, through others too. */
function buildersOf(graph: AccessGraph): ReadonlyMap<string, ReadonlySet<Kustomization>> {
  const known = knownBuilders.get(graph);
  if (known !== undefined) return known;
  const { kustomizations } = graph.inventory;
  const byFolder = new Map(kustomizations.map((one) => [one.folder, one]));
  const builders = new Map<string, Set<Kustomization>>();
  for (const kustomization of kustomizations) {
    for (const file of filesOf(kustomization, byFolder)) {
      const already = builders.get(file);
      if (already === undefined) builders.set(file, new Set([kustomization]));
      else already.add(kustomization);
    }
  }
  knownBuilders.set(graph, builders);
  return builders;
}

/** Everything that a kustomization builds from, through those it names. */
function filesOf(kustomization: Kustomization, byFolder: ReadonlyMap<string, Kustomization>): ReadonlySet<string> {
  const files = new Set<string>();
  const seen = new Set<string>();
  const open = [kustomization];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const resource of at.resources) {
      if (seen.has(resource)) continue;
      seen.add(resource);
      const next = byFolder.get(resource);
      if (next === undefined) files.add(resource);
      else open.push(next);
    }
  }
  return files;
}
