import type { Command } from "commander";
import type { Outcome } from "../exit-code.ts";
import { declareQuestionOptions, type GivenQuestion, questionOptions } from "./question-options.ts";

const details = `
RESOURCE is a plural, singular, short name or kind, with its group where that is needed (deploy, deployments.apps,
deployments.v1.apps). RESOURCE/NAME names one object, also where NAME is the word of a subresource, as with kubectl: a
subresource is asked for with --subresource. A path that begins with / is a request for no resource (/healthz).

Who is asked about is as after authentication: a service account is in its groups whatever --as-group adds (kubectl
drops them then), everybody but system:anonymous is in system:authenticated. For questions that are taken letter by
letter, see review. A request for a cluster-scoped object carries no namespace; kubectl auth can-i gives it one.

Examples:
  authgraph can-i list secrets --as=system:serviceaccount:web:ci -n web
  authgraph can-i create pods/web-0 --subresource=exec --as=jane --as-group=dev -n web
  authgraph can-i get /metrics --as=jane
  authgraph can-i --list --as=jane

Exit codes:
  0  allowed
  1  denied, or unknown: the answer says what it depends on
  2  the question could not be asked`;

export interface CanIArguments {
  readonly verb: string | undefined;
  readonly what: string | undefined;
  readonly user: string | undefined;
  readonly groups: readonly string[];
  readonly list: boolean;
}

interface Given extends GivenQuestion {
  readonly as?: string;
  readonly asGroup?: readonly string[];
  readonly list?: boolean;
}

export function addCanICommand(program: Command, outcome: Outcome): void {
  const command = program
    .command("can-i")
    .description("say whether an identity would be allowed something, and why")
    .argument("[verb]", "verb of the request: get, list, create, …")
    .argument("[resource]", "RESOURCE[/NAME], or a path")
    .option("--as <user>", "user name of the identity; system:serviceaccount:NAMESPACE:NAME is an account")
    .option(
      "--as-group <group>",
      "a group of the identity; repeat for several",
      (group: string, before: readonly string[] = []) => [...before, group],
    )
    .option("--list", "everything that the identity may do");
  declareQuestionOptions(command);
  command
    .addHelpText("after", details)
    .action(async (verb: string | undefined, what: string | undefined, given: Given) => {
      const { runCanI } = await import("./run-can-i.ts");
      const asked = { verb, what, user: given.as, groups: given.asGroup ?? [], list: given.list ?? false };
      outcome.exitCode = await runCanI(asked, questionOptions(given));
    });
}
