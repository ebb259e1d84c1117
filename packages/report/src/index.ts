export type { PrettyOptions } from "./pretty.ts";
export { renderDiagnostics, renderPretty } from "./pretty.ts";
