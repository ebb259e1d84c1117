import { v as grantsInWords, w as isFingerprintPrefix } from "./core.mjs";
import { P as exitCode } from "./hook.mjs";
import { t as writeEntries } from "./write-entries.mjs";
import { t as tell } from "./tell.mjs";
//#region packages/cli/src/baseline/write-expected.ts
/** Writes what was found to be given into the configuration: from now on that is told only where it is more. */
async function writeExpected(found, { fingerprint, subject, reason }, places, quiet) {
	const meant = fingerprint === void 0 ? ofSubject(found, subject ?? "") : ofFingerprint(found, fingerprint);
	if (typeof meant === "string") return unable(meant);
	const grants = grantsInWords(meant);
	if (grants.length === 0) return unable("this finding is about no grant of a binding, so there is none to expect; `authgraph suppress` accepts it");
	const written = await writeEntries(places, grants.map((grant) => entryOf(grant, reason, places)), (places.configuration?.expected ?? []).filter((entry) => grants.some((grant) => isOf(entry, grant))).map(({ origin }) => origin));
	if (written.outcome === "unable") return unable(written.message, written.snippet);
	const count = grants.length === 1 ? "one grant is" : `${grants.length} grants are`;
	if (!quiet) process.stdout.write(`${written.path}: ${count} expected now\n`);
	return exitCode.clean;
}
function ofFingerprint(found, prefix) {
	if (!isFingerprintPrefix(prefix)) return `${prefix} is no fingerprint: 6 to 32 hexadecimal digits, as a scan prints it`;
	const meant = found.filter(({ fingerprint }) => fingerprint.startsWith(prefix.toLowerCase()));
	if (meant.length === 1) return meant;
	return meant.length === 0 ? `there is no finding ${prefix}` : `several findings begin with ${prefix}`;
}
function ofSubject(found, subject) {
	const meant = found.filter(({ identity }) => identity.subject === subject);
	if (meant.length > 0) return meant;
	return `nothing is found about ${subject} that is not accepted already; write it as ServiceAccount NAMESPACE/NAME, User NAME or Group NAME`;
}
function isOf(entry, { subject, binding, cluster }) {
	const isOfCluster = entry.cluster === void 0 || entry.cluster.value === cluster;
	return entry.subject.value === subject && entry.binding?.value === binding && isOfCluster;
}
function entryOf({ subject, binding, access, cluster }, reason, places) {
	const ofCluster = places.configuration?.clusters.some(({ name }) => name.value === cluster) === true;
	return {
		list: "expected",
		members: [
			["subject", subject],
			["binding", binding],
			...ofCluster ? [["cluster", cluster]] : [],
			["access", access],
			["reason", reason]
		]
	};
}
async function unable(message, snippet) {
	await tell(message);
	if (snippet !== void 0) process.stderr.write(`\n${snippet}\n`);
	return exitCode.unable;
}
//#endregion
export { writeExpected };
