import type { AdmissionConfiguration, AdmissionPluginConfiguration } from "@authgraph/kubernetes";
import { located } from "@authgraph/source";
import { objectKind } from "../objects/object-kinds.ts";
import { field, itemsOf, type ObjectView, origin, text, writtenText } from "../objects/object-view.ts";
import type { NodeId } from "../reader/tree.ts";
import { writtenSettings } from "./written-settings.ts";

/** Reads what the admission plugins are configured with; `configuration` wins over `path`. */
export function decodeAdmission(view: ObjectView, root: NodeId, apiVersion: string): AdmissionConfiguration {
  return {
    kind: "AdmissionConfiguration",
    apiVersion,
    origin: origin(view, root),
    plugins: itemsOf(view, field(view, root, "plugins")).map((plugin) => ({
      name: writtenText(view, field(view, plugin, "name")) ?? located("", origin(view, plugin)),
      path: writtenText(view, field(view, plugin, "path")),
      settings: writtenSettings(view, field(view, plugin, "configuration")),
    })),
  };
}

/** Reads the file that an admission plugin is configured with: each plugin has a form of its own. */
export function decodeAdmissionPlugin(view: ObjectView, root: NodeId): AdmissionPluginConfiguration {
  const apiVersion = text(view, field(view, root, "apiVersion"));
  const isObject = objectKind(apiVersion, text(view, field(view, root, "kind"))) !== undefined;
  return {
    kind: "AdmissionPluginConfiguration",
    apiVersion,
    origin: origin(view, root),
    // An object of the cluster configures no plugin, whatever names its file.
    settings: isObject ? nothing : writtenSettings(view, root),
  };
}

const nothing: AdmissionPluginConfiguration["settings"] = new Map();
