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
export { checkoutPath, sharedMaterialMissing, sharedPath } from "./shared-material.ts";
