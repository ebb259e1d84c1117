import { t as quickHook, u as plainHookOptions } from "./hook.mjs";
export { plainHookOptions, quickHook };
