import { atomicWeights } from "@qinghao/chemistry";
import { isHalogen, isMetal } from "./elements.ts";
import type { MolGraph } from "./mol-graph.ts";

const alkali = new Set([3, 11, 19, 37, 55]);
const alkalineEarth = new Set([4, 12, 20, 38, 56]);

/** What was in the structure besides its parent: counter-ions, metals, further fragments. All zero for the parent itself. */
export const formNames = [
  "form:extraFragments",
  "form:extraAtoms",
  "form:extraCarbons",
  "form:extraWeightFraction",
  "form:alkali",
  "form:alkalineEarth",
  "form:otherMetals",
  "form:halides",
  "form:positive",
  "form:negative",
  "form:extraOxygens",
  "form:parentAsIon",
] as const;

/**
 * Describes the salt or mixture that a structure was given as.
 * @param given the structure as it was written
 * @param parent its standardised parent
 */
export function formDescriptors(given: MolGraph, givenFragments: number, parent: MolGraph): Float32Array {
  const out = new Float32Array(formNames.length);
  let weight = 0;
  let parentWeight = 0;
  let carbons = 0;
  let oxygens = 0;
  let negativeCovalent = 0;
  for (let a = 0; a < parent.n; a++) {
    parentWeight += atomicWeights[parent.z[a]!]! + parent.h[a]! * atomicWeights[1]!;
    if (parent.z[a] === 6) carbons--;
    if (parent.z[a] === 8) oxygens--;
  }
  for (let a = 0; a < given.n; a++) {
    const z = given.z[a]!;
    weight += atomicWeights[z]! + given.h[a]! * atomicWeights[1]!;
    if (z === 6) carbons++;
    if (z === 8) oxygens++;
    const charge = given.charge[a]!;
    if (isMetal(z)) out[alkali.has(z) ? 4 : alkalineEarth.has(z) ? 5 : 6]!++;
    else if (charge < 0 && given.offset[a] === given.offset[a + 1] && isHalogen(z)) out[7]!++;
    if (charge > 0) out[8]! += charge;
    else out[9]! -= charge;
    if (charge < 0 && given.offset[a] !== given.offset[a + 1]) negativeCovalent++;
  }
  out[0] = Math.max(0, givenFragments - 1);
  out[1] = Math.max(0, given.n - parent.n);
  out[2] = Math.max(0, carbons);
  out[3] = weight > 0 ? Math.max(0, 1 - parentWeight / weight) : 0;
  out[10] = Math.max(0, oxygens);
  out[11] = negativeCovalent;
  return out;
}
