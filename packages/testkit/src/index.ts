export { checkoutPath, sharedMaterialMissing, sharedPath } from "./shared-material.ts";
