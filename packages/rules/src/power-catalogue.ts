import { boundedPowers } from "./bounded-powers.ts";
import type { Power } from "./power.ts";
import { strongPowers } from "./strong-powers.ts";

/**
 * What rights give, strongest first. Of what one right gives, the first that applies is what it is worth.
 *
 * Where two powers of one level apply, the one that says most comes first.
 */
export function powerCatalogue(minorNumber: number): readonly Power[] {
  return [...strongPowers(minorNumber), ...boundedPowers(minorNumber)];
}
