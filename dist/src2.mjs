import { _ as renderGithub, c as renderDiagnostics, k as printable, l as renderPretty, p as renderJson, y as renderConcise } from "./report.mjs";
export { printable, renderConcise, renderDiagnostics, renderGithub, renderJson, renderPretty };
