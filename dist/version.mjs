//#region packages/cli/src/version.ts
/** The version of the tool; a test holds it to package.json. */
const toolVersion = "0.0.0";
//#endregion
export { toolVersion as t };
