export { renderJson } from "./json.ts";
export type { PrettyOptions } from "./pretty.ts";
export { renderDiagnostics, renderPretty } from "./pretty.ts";
export { renderRule } from "./rule-page.ts";
export type { SarifOptions } from "./sarif.ts";
export { renderSarif } from "./sarif.ts";
export { resultLimit as sarifResultLimit } from "./sarif-notifications.ts";
export { maskSecrets } from "./secrets.ts";
