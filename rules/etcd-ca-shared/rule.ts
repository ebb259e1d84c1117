import {
  type Check,
  certificateFile,
  componentRisk,
  hop,
  instanceName,
  knownSetting,
  note,
  rate,
  sharesCertificate,
  startedComponents,
} from "@authgraph/rules";

export const check: Check = function* ({ graph }) {
  for (const instance of startedComponents(graph, "etcd")) {
    // What installs it decides about its certificates.
    if (instance.installer !== undefined) continue;
    const trusted = knownSetting(instance, "trusted-ca-file");
    if (trusted === undefined || trusted.value === "" || trusted.absent) continue;
    for (const server of graph.apiServers) {
      const clients = knownSetting(server, "client-ca-file");
      if (clients === undefined || clients.value === "" || clients.absent) continue;
      const ofEtcd = certificateFile(graph, trusted.value, instance.path);
      const ofClients = certificateFile(graph, clients.value, server.path);
      const isRead = ofEtcd !== undefined && ofClients !== undefined;
      if (isRead ? !sharesCertificate(ofEtcd, ofClients) : trusted.value !== clients.value) continue;
      yield componentRisk({
        ruleId: "etcd-ca-shared",
        instance,
        name: "trusted-ca-file",
        setting: trusted,
        title: "holders of any client certificate of the cluster can read and write all of etcd",
        consequence: ", because both trust the same CA",
        label: "the CA of the API server's clients as well",
        score: rate({ holder: 4, power: 1, assumedHops: isRead ? 0 : 1 }),
        confidence: isRead ? "certain" : "likely",
        before: [hop(clients.origin, "signs certificates of users and kubelets", 1)],
        notes: [
          note("why", "etcd asks no authorizer: whoever it lets in can do everything"),
          ...(isRead ? [] : [note("note", "taken for the same file: it has the same path")]),
        ],
        remedies: [{ text: "give etcd a CA of its own, and kube-apiserver a certificate of that one", edits: [] }],
        also: `${instanceName(instance)} trusts the CA of the cluster`,
      });
      break;
    }
  }
};
