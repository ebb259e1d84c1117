import { n as tellFailure, t as failureOf } from "./internal-error2.mjs";
export { failureOf, tellFailure };
