import { type Check, isAbsent, note, placeOfAbsent, settingRisk } from "@authgraph/rules";

export const check: Check = function* ({ graph }) {
  for (const manager of graph.components) {
    if (manager.component !== "kube-controller-manager") continue;
    for (const { flag, title, why } of needed) {
      if (!isAbsent(manager, flag)) continue;
      yield settingRisk({
        ruleId: "sa-signing-config-missing",
        server: manager,
        setting: flag,
        origin: placeOfAbsent(manager),
        label: `no --${flag}`,
        title,
        score: 2.0,
        notes: [note("why", why)],
        remedies: [{ text: `add --${flag}`, edits: [] }],
      });
    }
  }
};

const needed = [
  {
    flag: "root-ca-file",
    title: "pods cannot verify the API server, because no CA is published to them",
    why: "the ConfigMap kube-root-ca.crt of each namespace is made from it",
  },
  {
    flag: "service-account-private-key-file",
    title: "no Secret gets a ServiceAccount's token, because the controller manager has no key",
    why: "tokens of pods come from the API server all the same",
  },
] as const;
