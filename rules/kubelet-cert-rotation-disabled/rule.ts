import {
  type Check,
  componentRisk,
  instanceName,
  knownBoolean,
  note,
  replaceSetting,
  startedComponents,
} from "@authgraph/rules";

const score = 2.0;

/** Each with its default, and whose certificates it is about. */
const settings = [
  { name: "rotateCertificates", whose: "client" },
  { name: "featureGates.RotateKubeletServerCertificate", whose: "serving" },
] as const;

export const check: Check = function* ({ graph }) {
  for (const instance of startedComponents(graph, "kubelet")) {
    for (const { name, whose } of settings) {
      const setting = knownBoolean(instance, name, true);
      // What nobody wrote is a default, and nobody's decision.
      if (setting === undefined || setting.on || setting.absent) continue;
      yield componentRisk({
        ruleId: "kubelet-cert-rotation-disabled",
        instance,
        name,
        setting,
        title: `whoever gets the kubelet's ${whose} certificate can use it until it expires`,
        consequence: ", because nothing replaces it before",
        label: "turned off by hand",
        score,
        notes: [note("why", "certificates cannot be revoked, and those that are not rotated are made to last")],
        remedies: [
          {
            text: name === "rotateCertificates" ? "set rotateCertificates to true" : "take the feature gate out",
            edits: name === "rotateCertificates" ? replaceSetting(setting.origin, "true") : [],
          },
        ],
        also: `${instanceName(instance)} does not rotate its ${whose} certificate`,
      });
    }
  }
};
