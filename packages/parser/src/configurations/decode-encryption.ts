import type { EncryptionConfiguration } from "@authgraph/kubernetes";
import { located, textOrigin } from "@authgraph/source";
import { field, itemsOf, type ObjectView, origin, texts } from "../objects/object-view.ts";
import type { NodeId } from "../reader/tree.ts";

/** Names of the providers, in the order in which the server looks for them. */
export const encryptionProviders: readonly string[] = ["kms", "aesgcm", "aescbc", "secretbox", "identity"];

/** Reads which resources are encrypted by what, and nothing of the keys. */
export function decodeEncryption(view: ObjectView, root: NodeId, apiVersion: string): EncryptionConfiguration {
  return {
    kind: "EncryptionConfiguration",
    apiVersion,
    origin: origin(view, root),
    entries: itemsOf(view, field(view, root, "resources")).map((entry) => ({
      origin: origin(view, entry),
      resources: texts(view, field(view, entry, "resources")),
      providers: itemsOf(view, field(view, entry, "providers")).flatMap((provider) => {
        const name = encryptionProviders.find((known) => field(view, provider, known) !== 0);
        if (name === undefined) return [];
        // At the name: what follows are keys.
        const node = field(view, provider, name);
        return [located(name, textOrigin(view.source, view.tree.keyStart(node), view.tree.keyEnd(node)))];
      }),
    })),
  };
}
