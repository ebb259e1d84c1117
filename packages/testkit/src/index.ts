export { builtBundle } from "./built-bundle.ts";
export { filesBelow, folderSources, textSources } from "./folder-sources.ts";
export { formatSchemaCheck, markdownHtml, xmlProblems } from "./format-validation.ts";
export type { TestRepository } from "./git-repository.ts";
export { gitRepository, gitSurroundings } from "./git-repository.ts";
export { hostileNames } from "./hostile-names.ts";
export type { Dice } from "./reader-fuzz.ts";
export { mutate, newDice, readerFault, seedDocuments, shrink } from "./reader-fuzz.ts";
export type { ReaderRecord } from "./reader-oracle.ts";
export { canonicalRecord, readAsKubectl, readerRecords } from "./reader-oracle.ts";
export type { CommandSurroundings, Ended } from "./run-command.ts";
export { folderWith, runAuthgraph, runInShell } from "./run-command.ts";
export {
  coverageOf,
  edit,
  findingOf,
  hop,
  placeOf,
  riskOf,
  ruleMetadata,
  runOf,
  sampleRun,
} from "./sample-run.ts";
export type { SarifLog } from "./sarif-requirements.ts";
export { sarifFaults } from "./sarif-requirements.ts";
export { sarifProblems, sarifSchemaCheck, sarifValidatorMissing } from "./sarif-validation.ts";
export { scanTexts } from "./scan-texts.ts";
export type { SchemaCheck } from "./schema-validation.ts";
export { schemaCheck } from "./schema-validation.ts";
export { checkoutPath, sharedMaterialMissing, sharedPath } from "./shared-material.ts";
export { graphOfText } from "./text-graph.ts";
export { complaints, writtenAt, writtenFlags } from "./written-flags.ts";
