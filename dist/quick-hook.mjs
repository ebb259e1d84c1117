import { i as plainHookOptions, t as quickHook } from "./hook.mjs";
export { plainHookOptions, quickHook };
