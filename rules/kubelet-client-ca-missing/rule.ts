import { type Check, componentRisk, instanceName, kubeletDoors, note, withoutConfiguration } from "@authgraph/rules";

/** It does not open the door by itself: it is the reason why it cannot be closed. */
const openScore = 7.5;
/** Tokens still tell one client from another. */
const tokensScore = 2.0;

export const check: Check = function* ({ graph }) {
  for (const doors of kubeletDoors(graph)) {
    const { instance, anonymous, clientAuthority } = doors;
    if (clientAuthority === undefined || clientAuthority.value !== "" || anonymous === undefined) continue;
    const isOpen = anonymous.on;
    yield componentRisk({
      ruleId: "kubelet-client-ca-missing",
      instance,
      name: "authentication.x509.clientCAFile",
      setting: clientAuthority,
      title: isOpen
        ? "requests without credentials can do at the kubelet what its API server can"
        : "clients can prove themselves to the kubelet by tokens only",
      consequence: isOpen
        ? ", because no CA tells one from the other"
        : ", because it knows no CA: logs and exec through the API server fail",
      label: "no client CA",
      score: isOpen ? openScore : tokensScore,
      notes: [note("why", "the API server shows kubelets a certificate, which this one cannot check")],
      remedies: [
        { text: "set authentication.x509.clientCAFile to the CA of the API server's client certificate", edits: [] },
      ],
      cause: isOpen && anonymous.absent ? withoutConfiguration(doors, clientAuthority) : undefined,
      also: `${instanceName(instance)} cannot tell its API server from anybody else`,
    });
  }
};
