import { C as findFinding, E as failuresOf, O as isDay, i as sameSubjectAndObject, o as isAboutSuppressions, r as acceptingEntry, w as isFingerprintPrefix } from "./core.mjs";
import { A as shortFingerprint, G as placeText, q as printable } from "./report.mjs";
import { P as exitCode } from "./hook.mjs";
import { n as writeResult } from "./write.mjs";
import { n as entryText, t as writeEntries } from "./write-entries.mjs";
import { t as tell } from "./tell.mjs";
import { t as scanPaths } from "./scan-paths.mjs";
import { t as allRules } from "./choose-rules2.mjs";
//#region packages/cli/src/commands/run-suppress.ts
/** Accepts the finding that has a fingerprint: writes an entry into the configuration of its project. */
async function runSuppress(fingerprint, options) {
	const { inputs, until } = options;
	if (!isFingerprintPrefix(fingerprint)) return unable(`"${fingerprint}" is no fingerprint: 6 to 32 hexadecimal digits, as a scan prints it`);
	if (until !== void 0 && !isDay(until)) return unable(`"${until}" is no day: write it as 2027-01-31`);
	if (until !== void 0 && until < inputs.at.slice(0, until.length)) return unable(`${until} is over: what is accepted until then would be told today`);
	const all = await allRules(options.rules);
	if (all === void 0) return exitCode.unable;
	const scanned = await scanPaths({
		...inputs,
		rules: all,
		extended: options.rules.extended,
		quiet: false
	});
	if (scanned.outcome === "unable") return unable(scanned.message);
	const [unreadable] = scanned.unreadable;
	if (unreadable !== void 0) return unable(unreadable);
	const search = findFinding(scanned.run, fingerprint);
	const where = inputs.paths.join(", ");
	switch (search.outcome) {
		case "ambiguous": return unable(`several findings in ${where} begin with ${fingerprint}: ${listOf(search.candidates)}`);
		case "missing": {
			const failed = failuresOf(scanned.run).length > 0 ? "; not every rule could be asked" : "";
			return unable(`there is no finding ${fingerprint} in ${where}; ${search.nearest.length === 0 ? "a scan finds nothing there" : `nearest: ${listOf(search.nearest)}`}${failed}`);
		}
		case "found": return accept(search.found, options, scanned.places);
	}
}
async function accept(found, options, places) {
	const { risk, finding, by } = found;
	if (by !== void 0) return unable(`it is suppressed already: ${placeText(by.suppression.origin)} ${by.suppression.label}`);
	if (isAboutSuppressions(risk.ruleId)) return unable(`${risk.ruleId} speaks of suppressions, which cannot be suppressed`);
	const folded = risk === finding ? finding.folded : [];
	const entry = entryFor(found, folded, options, places);
	const written = await writeEntries(places, [entry]);
	if (written.outcome === "unable") {
		await tell(written.message);
		if (written.snippet !== void 0) process.stderr.write(`\n${printableLines(written.snippet)}\n`);
		return exitCode.unable;
	}
	const left = folded.filter((other) => !sameSubjectAndObject(other, risk));
	const still = left.length === 0 ? [] : [`still told: ${left.map((other) => shortFingerprint(other)).join(", ")}`];
	const problem = await writeResult([`${printableLines([
		`${written.path}: added`,
		entryText(entry),
		...still
	].join("\n"))}\n`], void 0);
	return problem === void 0 ? check(risk.fingerprint, options) : unable(problem);
}
/** A condition may be broken from the start, and a configuration that was named elsewhere may not be the one that holds. */
async function check(fingerprint, { inputs, rules }) {
	const all = await allRules(rules);
	if (all === void 0) return exitCode.unable;
	const scanned = await scanPaths({
		...inputs,
		rules: all,
		extended: rules.extended,
		quiet: true
	});
	if (scanned.outcome === "unable") return unable(scanned.message);
	const search = findFinding(scanned.run, fingerprint);
	if (search.outcome !== "found" || search.found.by !== void 0) return exitCode.clean;
	const broken = scanned.run.suppressions.find(({ state }) => state === "void")?.detail;
	return unable(`the finding is told all the same${broken === void 0 ? "" : `: ${broken}`}`);
}
function entryFor({ risk }, folded, { reason, until, validWhile }, { configuration }) {
	const { rules, object, subject } = acceptingEntry(risk, folded);
	const isOfCluster = configuration?.clusters.some(({ name }) => name.value === risk.cluster) === true;
	const conditions = [...listMember("bound-only-in", validWhile.boundOnlyIn), ...listMember("names-only", validWhile.namesOnly)];
	return {
		list: "suppressions",
		members: [
			["rules", rules],
			["object", object],
			["subject", subject],
			...isOfCluster ? [["cluster", risk.cluster]] : [],
			["reason", reason],
			...until === void 0 ? [] : [["until", until]],
			...conditions.length === 0 ? [] : [["valid-while", { members: conditions }]]
		]
	};
}
function listMember(key, values) {
	return values.length === 0 ? [] : [[key, values]];
}
function listOf(found) {
	return found.map(({ risk }) => `${shortFingerprint(risk)} (${risk.ruleId}, ${placeText(risk.place.origin)})`).join(", ");
}
/** Names come from the inputs; the line breaks are ours. */
function printableLines(text) {
	return text.split("\n").map(printable).join("\n");
}
async function unable(message) {
	if (message !== void 0) await tell(message);
	return exitCode.unable;
}
//#endregion
export { runSuppress };
