import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["packages/*/src/**/*.test.ts", "rules/**/*.test.ts"],
    reporters: ["default", ["json", { outputFile: "node_modules/.cache/vitest.json" }]],
    testTimeout: 120_000,
  },
});
