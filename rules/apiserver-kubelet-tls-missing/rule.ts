import { type Check, componentRisk, describedServers, instanceName, knownSetting, note } from "@authgraph/rules";

/** It takes somebody on the network between the two, and kubeadm leaves it so. */
const interceptedScore = 3.0;
/** Kubelets that it can use let everybody in. */
const unprovenScore = 5.5;

export const check: Check = function* (context) {
  for (const server of describedServers(context)) {
    const authority = knownSetting(server, "kubelet-certificate-authority");
    const certificate = knownSetting(server, "kubelet-client-certificate");
    const proves = certificate === undefined || certificate.value !== "";
    if (certificate !== undefined && !proves && !certificate.byInstaller) {
      yield componentRisk({
        ruleId: "apiserver-kubelet-tls-missing",
        instance: server,
        name: "kubelet-client-certificate",
        setting: certificate,
        title: "kube-apiserver can prove itself to no kubelet",
        consequence: ", so that kubelets it can use have to let requests without credentials in",
        label: "no --kubelet-client-certificate",
        score: unprovenScore,
        notes: [note("why", "kubelets know the API server by its client certificate")],
        remedies: [{ text: "set --kubelet-client-certificate and --kubelet-client-key", edits: [] }],
        cause: `${server.path} ${server.instance} kubelet TLS`,
        also: `${instanceName(server)} shows kubelets no certificate`,
      });
    }
    if (authority === undefined || authority.value !== "") continue;
    yield componentRisk({
      ruleId: "apiserver-kubelet-tls-missing",
      instance: server,
      name: "kubelet-certificate-authority",
      setting: authority,
      title: "whoever is between kube-apiserver and a kubelet can read logs and take over sessions of exec",
      consequence: ", as no certificate is checked",
      label: "no --kubelet-certificate-authority",
      score: interceptedScore,
      notes: [note("why", "without a CA the API server takes any certificate for that of the kubelet")],
      remedies: [
        {
          text: "set --kubelet-certificate-authority to the CA that signs the kubelets' serving certificates",
          edits: [],
        },
      ],
      cause: `${server.path} ${server.instance} kubelet TLS`,
      also: `${instanceName(server)} takes any certificate for a kubelet's`,
    });
  }
};
