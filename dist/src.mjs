import { c as renderPretty, l as renderJson, o as renderRule, s as renderDiagnostics, v as printable } from "./report.mjs";
export { printable, renderDiagnostics, renderJson, renderPretty, renderRule };
