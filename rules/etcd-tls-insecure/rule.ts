import {
  type Check,
  componentRisk,
  etcdExposures,
  etcdsOfCluster,
  instanceName,
  note,
  rate,
  storeExposure,
} from "@authgraph/rules";

const ruleId = "etcd-tls-insecure";

/** Only what runs on the machine of etcd reaches it: a pod on the host's network does. */
const localScore = 4.5;

export const check: Check = function* ({ graph }) {
  const etcds = etcdsOfCluster(graph);
  for (const instance of etcds) {
    for (const { port, who, assumed, flag, setting, label, why, remedy } of etcdExposures(instance)) {
      const isLocal = who === "machine";
      const assumedHops = assumed ? 1 : 0;
      const subject = isLocal ? "any process of etcd's machine" : "anybody who reaches etcd";
      yield componentRisk({
        ruleId,
        instance,
        name: flag,
        setting,
        title:
          port === "client"
            ? `${subject} can read and write every object in it without credentials`
            : `${subject} on its peer port can join as a peer without a certificate`,
        consequence: port === "client" ? ", which is as good as cluster-admin" : " and get all data",
        label,
        score: isLocal ? localScore : rate({ holder: 0, power: port === "client" ? 1 : 4, assumedHops }),
        confidence: assumed ? "likely" : "certain",
        notes: [
          note("why", why),
          ...(assumed ? [note("note", "where it listens is not among the inputs: taken for the network")] : []),
        ],
        remedies: [{ text: remedy, edits: [] }],
        also: `${instanceName(instance)} lets in whoever reaches its ${port} port`,
      });
    }
  }
  for (const server of graph.apiServers) {
    const exposure = storeExposure(server);
    // etcd itself is the place to mend it, where it is among the inputs.
    if (exposure === undefined || (etcds.length > 0 && exposure.atEtcd)) continue;
    const { who, flag, setting, label, why, remedy } = exposure;
    yield componentRisk({
      ruleId,
      instance: server,
      name: flag,
      setting,
      title: `${who === "machine" ? "any process of etcd's machine" : "anybody who reaches etcd"} can read and write every object in it`,
      consequence: ", because kube-apiserver shows it no certificate",
      label,
      score: who === "machine" ? localScore : exposure.atEtcd ? rate({ holder: 0, power: 1 }) : 7.5,
      confidence: "likely",
      notes: [note("why", why)],
      remedies: [{ text: remedy, edits: [] }],
      also: `${instanceName(server)} shows etcd no certificate`,
    });
  }
};
