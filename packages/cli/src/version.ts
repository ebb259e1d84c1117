/** The version of the tool; a test holds it to package.json. */
export const toolVersion = "0.0.0";
