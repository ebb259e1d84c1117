//#region packages/cli/src/terminal/nearest.ts
/** The known word that a mistyped one is closest to, if any is close enough to be meant. */
function nearest(word, known) {
	const best = known.map((candidate) => ({
		candidate,
		distance: editDistance(word, candidate)
	})).sort((a, b) => a.distance - b.distance)[0];
	return best !== void 0 && best.distance <= Math.max(2, word.length / 3) ? best.candidate : void 0;
}
/** Levenshtein's distance: insertions, deletions and replacements. */
function editDistance(a, b) {
	let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const current = [i];
		for (let j = 1; j <= b.length; j++) {
			const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			current.push(Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
		}
		previous = current;
	}
	return previous[b.length] ?? 0;
}
//#endregion
export { nearest as t };
