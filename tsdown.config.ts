import { defineConfig } from "tsdown";

export default defineConfig({
  entry: { authgraph: "packages/cli/src/main.ts" },
  format: "esm",
  platform: "node",
  target: "node20",
  dts: false,
  outputOptions: { chunkFileNames: "[name].mjs" },
  deps: { alwaysBundle: [/.*/], onlyBundle: false },
});
