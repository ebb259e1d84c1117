import { Tt as editDistance } from "./report.mjs";
//#region packages/cli/src/terminal/nearest.ts
/** The known word that a mistyped one is closest to, if any is close enough to be meant. */
function nearest(word, known) {
	const best = known.map((candidate) => ({
		candidate,
		distance: editDistance(word, candidate)
	})).sort((a, b) => a.distance - b.distance)[0];
	return best !== void 0 && best.distance <= Math.max(2, word.length / 3) ? best.candidate : void 0;
}
//#endregion
export { nearest as t };
