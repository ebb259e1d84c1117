import { defineConfig } from "tsdown";

export default defineConfig({
  entry: { authgraph: "packages/cli/src/main.ts", action: "packages/cli/src/action.ts" },
  format: "esm",
  platform: "node",
  target: "node20",
  dts: false,
  outputOptions: {
    chunkFileNames: "[name].mjs",
    // What is always loaded together is one file: each further one costs a hook a millisecond or two.
    codeSplitting: {
      groups: [
        {
          name: "shipped-policy",
          test: /packages\/kubernetes\/src\/(?:built-in-policy|default-policy|kubeadm-policy|generated\/default-policy)/,
        },
        { name: "report", test: /packages\/report\/src/ },
        {
          name: "core",
          test: /packages\/(?:source|kubernetes|parser|graph|rules|engine)\/src\/(?!.*(?:certificate-request-reader|api-resources|feature-gates|component-flags|flags-))|rules\//,
        },
        { name: "graphlib", test: /node_modules\/@dagrejs/ },
        {
          name: "fast-glob",
          test: /node_modules\/(?!.*(?:commander|ignore|@peculiar|asn1js|pvtsutils|pvutils|tslib))/,
        },
      ],
    },
  },
  deps: { alwaysBundle: [/.*/], onlyBundle: false },
});
