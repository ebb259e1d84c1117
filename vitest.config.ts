import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["packages/*/src/**/*.test.ts", "rules/**/*.test.ts"],
    reporters: ["default", ["json", { outputFile: "node_modules/.cache/vitest.json" }]],
    testTimeout: 120_000,
    // Hooks prepare what several tests look at: scans of all real repositories, a whole API server.
    hookTimeout: 120_000,
  },
});
