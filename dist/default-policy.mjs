import { n as defaultPolicy } from "./shipped-policy.mjs";
export { defaultPolicy };
