import { accessWords } from "@authgraph/graph";
import { type Note, type Risk, withState } from "@authgraph/rules";
import type { SearchedCluster } from "../search.ts";
import type { JudgedRisks, Judgement } from "./judge-risks.ts";

/** Without what is old by any of these measures; what is left says what it is by the last of them. */
export function withoutOld(cluster: SearchedCluster, judged: readonly Pick<JudgedRisks, "of">[]): SearchedCluster {
  const risks = cluster.risks.flatMap((risk) => {
    const judgements = judged.flatMap(({ of }) => of.get(risk) ?? []);
    const last = judgements.at(-1);
    return judgements.some(({ state }) => state === "old") || last === undefined ? [] : toldRisk(risk, last);
  });
  return { ...cluster, risks };
}

function toldRisk(risk: Risk, judgement: Judgement): readonly Risk[] {
  switch (judgement.state) {
    case "old":
      return [];
    case "new":
      return [withState(risk, "new")];
    case "worse":
      return [withState(risk, "worse", worseNote(judgement))];
  }
}

const partsTold = 3;

function worseNote({ gained, rose }: Extract<Judgement, { state: "worse" }>): Note {
  const words = gained.slice(0, partsTold).map((access) => accessWords(access));
  const more = gained.length - words.length;
  const also = [...words, ...(more > 0 ? [`${more} more`] : [])].join("; ");
  const parts = [...rose, ...(also === "" ? [] : [`also ${also}`])];
  return { kind: "note", text: `worse than before: ${parts.join("; ")}` };
}
