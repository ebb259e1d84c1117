import type { Kustomization } from "@authgraph/kubernetes";
import { field, itemsOf, type ObjectView, origin, text, writtenText } from "../objects/object-view.ts";
import type { NodeId } from "../reader/tree.ts";

const fileNames = new Set(["kustomization.yaml", "kustomization.yml", "Kustomization"]);

/** Whether a document is a kustomization: by its type, or by the name of the file, which may leave the type out. */
export function isKustomization(path: string, apiVersion: string | undefined, kind: string | undefined): boolean {
  if (apiVersion !== undefined) return apiVersion.startsWith("kustomize.config.k8s.io/");
  return (kind === undefined || kind === "Kustomization" || kind === "Component") && fileNames.has(fileName(path));
}

/** What a kustomization says about the objects below it (kustomize api/types/kustomization.go). */
export function decodeKustomization(view: ObjectView, root: NodeId): Kustomization {
  const { path } = view.source;
  const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
  const below = (file: string): string => joined(folder, file);
  return {
    origin: origin(view, root),
    folder,
    namespace: writtenText(view, field(view, root, "namespace")),
    patches: patchFiles(view, root).map(below),
    resources: resourcePaths(view, root).map(below),
    component: text(view, field(view, root, "kind")) === "Component",
  };
}

function patchFiles(view: ObjectView, root: NodeId): readonly string[] {
  const files = new Set<string>();
  const add = (file: string): void => {
    // An entry of several lines is the patch itself.
    if (file !== "" && !file.includes("\n")) files.add(file);
  };
  for (const patch of itemsOf(view, field(view, root, "patchesStrategicMerge"))) add(text(view, patch));
  for (const list of ["patches", "patchesJson6902"]) {
    for (const patch of itemsOf(view, field(view, root, list))) add(text(view, field(view, patch, "path")));
  }
  return [...files];
}

function resourcePaths(view: ObjectView, root: NodeId): readonly string[] {
  const paths: string[] = [];
  for (const list of ["resources", "bases", "components"]) {
    for (const resource of itemsOf(view, field(view, root, list))) {
      const path = text(view, resource);
      // What lies elsewhere (`https://…`, `github.com/…?ref=…`) is none of the inputs.
      if (path !== "" && !/:\/\/|\?/.test(path)) paths.push(path);
    }
  }
  return paths;
}

/** A path that a file of the folder names, relative to it. */
function joined(folder: string, path: string): string {
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of path.split("/")) {
    if (part === "." || part === "") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  return parts.join("/");
}

/** A list of JSON 6902 operations. */
export function isJsonPatch(view: ObjectView, root: NodeId): boolean {
  const { tree } = view;
  if (tree.kind(root) !== "sequence" || tree.first(root) === 0) return false;
  for (const item of itemsOf(view, root)) {
    if (text(view, field(view, item, "op")) === "" || text(view, field(view, item, "path")) === "") return false;
  }
  return true;
}

/** Whether a document holds a directive of a strategic merge patch, at any depth. */
export function isStrategicMergePatch({ tree }: ObjectView, root: NodeId): boolean {
  const open: NodeId[] = [root];
  const seen = new Set<NodeId>();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const kind = tree.kind(node);
    if (kind !== "mapping" && kind !== "sequence") continue;
    for (let item = tree.first(node); item !== 0; item = tree.next(item)) {
      if (kind === "mapping" && tree.keyIs(item, "$patch")) return true;
      if (seen.has(item)) continue;
      seen.add(item);
      open.push(item);
    }
  }
  return false;
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
