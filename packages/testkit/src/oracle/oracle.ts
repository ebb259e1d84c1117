import type { ReviewSpec } from "../rbac-world.ts";
import type { ClusterObject } from "./manifest.ts";

/** Somebody who answers SubjectAccessReviews about the objects of a cluster: ours, a recording, a real server. */
export interface Oracle {
  /** Makes these objects, beside the default policy, all there is. Resolves when answers follow from them. */
  load(objects: readonly ClusterObject[]): Promise<void>;
  ask(question: ReviewSpec): Promise<Answer>;
  stop(): Promise<void>;
}

/** What an oracle says. */
export interface Answer {
  readonly outcome: "allowed" | "denied" | "unknown";
  /** Every reason it may give: a server names one grant where several allow, at random, and missing roles in any order. */
  readonly reasons: readonly string[];
}

/** A question on which two oracles differ. */
export interface Disagreement {
  readonly question: ReviewSpec;
  readonly expected: Answer;
  readonly actual: Answer;
}

/** How many questions are under way at a time. */
const IN_FLIGHT = 32;

/** The answers to many questions, in their order. */
async function askAll(oracle: Oracle, questions: readonly ReviewSpec[]): Promise<readonly Answer[]> {
  const answers: Answer[] = new Array(questions.length);
  const left = questions.entries();
  const askInTurn = async (): Promise<void> => {
    for (const [index, question] of left) answers[index] = await oracle.ask(question);
  };
  await Promise.all(Array.from({ length: Math.min(IN_FLIGHT, questions.length) }, askInTurn));
  return answers;
}

/** What came of asking two oracles the same. */
export interface Comparison {
  readonly questions: number;
  /** By the first. */
  readonly allowed: number;
  readonly disagreements: readonly Disagreement[];
}

/** Whether the second oracle says what the first does, of questions about what both have loaded. */
export async function compare(truth: Oracle, tested: Oracle, questions: readonly ReviewSpec[]): Promise<Comparison> {
  const expected = await askAll(truth, questions);
  const actual = await askAll(tested, questions);
  const disagreements = questions.flatMap((question, index): readonly Disagreement[] => {
    const [said, ours] = [expected[index], actual[index]];
    if (said === undefined || ours === undefined || agree(said, ours)) return [];
    return [{ question, expected: said, actual: ours }];
  });
  const allowed = expected.filter(({ outcome }) => outcome === "allowed").length;
  return { questions: questions.length, allowed, disagreements };
}

/** Whether an answer is the expected one, for a reason that may have been given. */
function agree(expected: Answer, actual: Answer): boolean {
  const possible = new Set(actual.reasons.map(inOrder));
  return expected.outcome === actual.outcome && expected.reasons.every((reason) => possible.has(inOrder(reason)));
}

/** A reason with the missing roles that it lists sorted. */
function inOrder(reason: string): string {
  const list = /\[(?:(?:cluster)?role\.rbac\.authorization\.k8s\.io "(?:[^"\\]|\\.)*" not found(?:, )?)+\]/;
  return reason.replace(list, (roles) => (roles.match(/\w+\.rbac\S+ "(?:[^"\\]|\\.)*"/g) ?? []).sort().join());
}
