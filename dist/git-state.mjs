import { T as projectTreeOf, w as gitState } from "./hook.mjs";
export { gitState, projectTreeOf };
