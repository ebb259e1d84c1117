import { hereDocuments } from "../invocations/here-documents.ts";
import { environmentFilesOf, looksLikeUnit, readUnitAt } from "../invocations/unit-file.ts";
import { looksLikeManifests } from "../text-forms.ts";
import { type Collected, collectReferences, startCollecting } from "./collected.ts";
import { namesComponent } from "./pod-invocations.ts";
import { readManifests } from "./read-manifests.ts";

/**
 * Takes in the units and pods that a script writes before they start components. Other objects in it are what somebody may
 * apply, or not. Returns whether there was any.
 */
export function readScriptDocuments(collected: Collected): boolean {
  const { source } = collected;
  const before = collected.facts.length;
  for (const { path, source: unit } of hereDocuments(source, (name) => `{{${name}}}`)) {
    const name = path ?? "unit.service";
    if (!namesComponent(unit.text) || !looksLikeUnit(name, unit.text)) continue;
    // Each script sets up a machine of its own.
    const read = readUnitAt(unit, `${source.path}!/${name.replace(/^\/+/, "")}`);
    collected.facts.push({ fact: "unit", unit: read });
    collectReferences(collected, environmentFilesOf(read));
  }
  for (const { path, source: manifest } of hereDocuments(source, (name) => `\${${name}}`)) {
    if (!namesComponent(manifest.text) || !looksLikeManifests(path ?? "", manifest.text)) continue;
    const { certificateRequests, cel } = collected;
    const inner = startCollecting(manifest, certificateRequests, cel);
    readManifests(inner, "kubectl");
    if (!inner.facts.some(({ fact }) => fact === "invocation")) continue;
    for (const fact of inner.facts) if (taken.has(fact.fact)) collected.facts.push(fact);
  }
  return collected.facts.length > before;
}

const taken: ReadonlySet<string> = new Set(["invocation", "configuration", "distribution", "file-reference", "mount"]);
