import fc from "fast-check";
import { evaluatePatient } from "../../src/evaluate/index.ts";
import { randomAsOf, randomRecord, randomTree } from "../arbitraries.ts";
import { smallTerminology } from "../small-terminology.ts";
import { asOf, specTables } from "../spec/index.ts";
import { documentOf } from "./one-criterion.ts";

/** Prints the verdicts of every spec row and of 200 fixed random cases, for comparison between time zones. */
for (const { criterion, rows } of specTables) {
  for (const { record } of rows) {
    console.log(JSON.stringify(evaluatePatient(documentOf([criterion]), record, smallTerminology, { asOf })));
  }
}
for (const [tree, record] of fc.sample(fc.tuple(randomTree, randomRecord), { numRuns: 200, seed: 7 })) {
  const verdicts = evaluatePatient(documentOf([tree]), record, smallTerminology, { asOf: randomAsOf });
  console.log(JSON.stringify(verdicts));
}
