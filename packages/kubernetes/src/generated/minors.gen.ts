// Written by `pnpm generate` from dumps of real servers. Not to be edited.

/** The minor versions whose facts are known, oldest first, each with the patch release they were read off. */
export const patchReleases = {
  "1.30": "1.30.14",
  "1.31": "1.31.0",
  "1.32": "1.32.13",
  "1.33": "1.33.13",
  "1.34": "1.34.4",
  "1.35": "1.35.4",
  "1.36": "1.36.3",
  "1.37": "1.37.2",
} as const;

/** The newest of them. */
export const newestMinor = "1.37";
