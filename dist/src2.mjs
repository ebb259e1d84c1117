import { E as renderConcise, c as renderPretty, m as renderJson, q as printable, s as renderDiagnostics } from "./report.mjs";
export { printable, renderConcise, renderDiagnostics, renderJson, renderPretty };
