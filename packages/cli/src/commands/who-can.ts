import type { Command } from "commander";
import type { Outcome } from "../exit-code.ts";
import { declareQuestionOptions, type GivenQuestion, questionOptions } from "./question-options.ts";

const details = `
RESOURCE is named as for can-i; any verb may be asked for (bind, escalate, impersonate, approve, sign, use, …), also on
what only authorizers know: users, groups, uids, userextras/KEY, signers.

Users, groups and service accounts are listed that bindings name, members of the groups as far as the inputs know them.
Who may not, and could make it so through impersonate, bind or escalate, is a list of its own.

Examples:
  authgraph who-can get secrets -n web
  authgraph who-can create pods --subresource=exec -A
  authgraph who-can impersonate users
  authgraph who-can get /metrics

Exit codes:
  0  the question was answered
  2  it could not be asked`;

export function addWhoCanCommand(program: Command, outcome: Outcome): void {
  const command = program
    .command("who-can")
    .description("list who would be allowed something, and who could come to it")
    .argument("<verb>", "verb of the request: get, list, create, …")
    .argument("<resource>", "RESOURCE[/NAME], or a path");
  declareQuestionOptions(command);
  command.addHelpText("after", details).action(async (verb: string, what: string, given: GivenQuestion) => {
    const { runWhoCan } = await import("./run-who-can.ts");
    outcome.exitCode = await runWhoCan({ verb, what }, questionOptions(given));
  });
}
