import { defineConfig } from "tsdown";

export default defineConfig({
  entry: { authgraph: "packages/cli/src/main.ts", action: "packages/cli/src/action.ts" },
  format: "esm",
  platform: "node",
  target: "node20",
  dts: false,
  // No module of ours does anything by being loaded, but for the entries: whoever takes one thing of a package does not
  // load the rest of it.
  treeshake: {
    moduleSideEffects: [
      {
        test: /\/packages\/[a-z]+\/src\/(?!(?:main|action)\.ts$)|\/rules\/(?:index\.gen|[^/]+\/rule)\.ts$/,
        sideEffects: false,
      },
    ],
  },
  outputOptions: {
    chunkFileNames: "[name].mjs",
    comments: { jsdoc: false, annotation: false, legal: true },
    // What is always loaded together is one file: each further one costs a hook a millisecond or two.
    codeSplitting: {
      groups: [
        { name: "version", test: /packages\/cli\/src\/version\.ts/ },
        // Loaded before what it makes quicker to load.
        { name: "compile-cache", test: /packages\/cli\/src\/(?:compile-cache|files\/cache-folder)\.ts/ },
        // Of two groups that fit the first one counts, and it takes along what it imports.
        {
          // All that it takes to see that a commit changes nothing of access.
          name: "reader",
          test: /packages\/(?:(?:source|kubernetes|parser)\/src\/(?!.*(?:certificate-request-reader|cel-evaluator|cel\/|api-resources|feature-gates|gate-dependencies|component-flags|flags-|platforms\/|-policy))|engine\/src\/(?:cache\/|change\/says-the-same|known-risks\/baseline\.|configuration\/path-pattern))/,
        },
        {
          // And what of the command line that needs.
          name: "hook",
          test: /packages\/cli\/src\/(?:hook\/(?!remember)|files\/git\/(?:index|repository|open-repository|run-git|staged|git-state|tree\.|blobs|loose-blob)|files\/(?:kept-file|read-file)|exit-code)/,
        },
        {
          name: "shipped-policy",
          test: /packages\/kubernetes\/src\/(?:built-in-policy|default-policy|kubeadm-policy|generated\/default-policy)/,
        },
        {
          name: "core",
          test: /packages\/(?:graph|rules|engine)\/src\/(?!request\/|questions\/(?:http-request|request|stored-objects|custom-resources|control-plane|whoami)\.)|\/rules\/(?:index\.gen|[^/]+\/rule)\./,
        },
        // What single requests, credentials and settings are asked with, and no scan.
        { name: "request", test: /packages\/(?:graph\/src\/request|engine\/src\/questions)\// },
        { name: "report", test: /packages\/report\/src/ },
        { name: "graphlib", test: /node_modules\/@dagrejs/ },
        {
          name: "fast-glob",
          test: /node_modules\/(?!.*(?:commander|ignore|@bufbuild|@peculiar|asn1js|pvtsutils|pvutils|tslib))/,
        },
      ],
    },
  },
  // Node reads the whole text of a module before it runs a line of it, and a hook waits for that.
  minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  deps: { alwaysBundle: [/.*/], onlyBundle: false },
});
