import { type Check, hop, note, quotable } from "@authgraph/rules";

export const check: Check = function* ({ graph }) {
  for (const { key, object } of graph.inventory.entriesOf("APIService")) {
    const { group, insecureSkipTlsVerify, meta } = object;
    if (insecureSkipTlsVerify?.value !== true) continue;
    const metrics = isMetrics(group);
    const place = hop(insecureSkipTlsVerify.origin, "its certificate is not verified", 1);
    const consequence = metrics ? "and so steer autoscaling" : "and so make up what it serves";
    const title = `whoever stands on the network path can answer for API group ${quotable(group)}, ${consequence}`;
    yield {
      ruleId: "apiservice-insecure-tls",
      title,
      score: metrics ? 3.0 : 7.0,
      confidence: "certain",
      place,
      hops: [place, hop(meta.name.origin, "this group's requests go to its server", 2)],
      notes: [
        note("why", "users are named to that server in headers, and their requests and its answers are in its hands"),
      ],
      remedies: [{ text: "put the CA of its certificate into caBundle and take insecureSkipTLSVerify out", edits: [] }],
      identity: { subject: `APIService ${meta.name.value}`, object: key },
      cause: key,
      also: title,
    };
  }
};

/** Groups that hold numbers about pods and nodes, and nothing that anybody wrote. */
function isMetrics(group: string): boolean {
  return /^(?:custom\.|external\.)?metrics\.k8s\.io$/.test(group);
}
