import { c as projectTreeOf, s as gitState } from "./hook.mjs";
export { gitState, projectTreeOf };
