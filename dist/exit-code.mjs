//#region packages/cli/src/exit-code.ts
/** What the process ends with (design of the command line): nothing else ever exits. */
const exitCode = {
	/** Nothing at or above `--fail-on`. */
	clean: 0,
	/** Findings at or above it. */
	findings: 1,
	/** The command could not do its work: usage, configuration, an input that cannot be read. */
	unable: 2
};
//#endregion
export { exitCode as t };
