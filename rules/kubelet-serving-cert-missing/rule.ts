import {
  type Check,
  componentRisk,
  instanceName,
  knownBoolean,
  knownSetting,
  note,
  startedComponents,
} from "@authgraph/rules";

/** It takes somebody on the network, and a client that looks. */
const score = 2.0;

export const check: Check = function* ({ graph }) {
  for (const instance of startedComponents(graph, "kubelet")) {
    const certificate = knownSetting(instance, "tlsCertFile");
    const requested = knownBoolean(instance, "serverTLSBootstrap", false);
    if (certificate === undefined || certificate.value !== "") continue;
    if (requested === undefined || requested.on) continue;
    yield componentRisk({
      ruleId: "kubelet-serving-cert-missing",
      instance,
      name: "tlsCertFile",
      setting: certificate,
      title: "whoever is between a client and the kubelet can answer in its place",
      consequence: ", because it signs its own certificate",
      label: "neither a certificate nor serverTLSBootstrap",
      score,
      notes: [note("why", "no client can verify a certificate that the kubelet made itself")],
      remedies: [
        { text: "set serverTLSBootstrap to true and approve the requests, or set tlsCertFile and its key", edits: [] },
      ],
      also: `${instanceName(instance)} signs its own certificate`,
    });
  }
};
