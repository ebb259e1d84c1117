import { chdir, env } from "node:process";

// `pnpm authgraph …` starts in the workspace root; paths are meant from where the caller stands.
if (env.INIT_CWD !== undefined) chdir(env.INIT_CWD);
await import("./main.ts");
