import { observedPersons, wordsQuery } from "../sql/assemble.ts";
import type { CriteriaDatabase } from "../sql/database.ts";
import type { Relation } from "../sql/relation.ts";
import type { SetAlgebra } from "./set-algebra.ts";
import type { TruthSets } from "./truth-sets.ts";

/** Patients by the ranks of a query's rows. */
export type RankedWords = { readonly refuted: Uint32Array; readonly unknown: Uint32Array; readonly met: Uint32Array };

/** Runs a query for rows (patient, rank) and returns for each rank the patients that have a row of it, 32 to a word. */
export async function readWords(
  database: CriteriaDatabase,
  rows: string,
): Promise<RankedWords> {
  const [words, ...columns] = await database.readColumns(wordsQuery(rows, database.dialect), 4);
  const length = (database.patientLimit + 31) >>> 5;
  const [refuted, unknown, met] = columns.map((column) => {
    const out = new Uint32Array(length);
    // PostgreSQL counts the highest bit as a sign.
    for (let i = 0; i < column.length; i++) out[words![i]!] = column[i]! | 0;
    return out;
  });
  return { refuted: refuted!, unknown: unknown!, met: met! };
}

/**
 * Truth of a relation for every patient. The highest rank of a patient's rows counts; who has none is silent.
 * @param all every patient
 */
export async function truthSetsOf<S>(
  database: CriteriaDatabase,
  relation: Relation,
  sets: SetAlgebra<S>,
  all: Uint32Array,
): Promise<TruthSets<S>> {
  const { refuted, unknown, met } = await readWords(database, relation.sql);
  const { closed } = relation.silence;
  const observed = closed === undefined ? null : (await readWords(database, observedPersons(closed))).met;
  const possible = new Uint32Array(all.length);
  for (let i = 0; i < all.length; i++) {
    const anyone = all[i]!;
    const known = met[i]! | unknown[i]! | refuted[i]!;
    const settled = observed === null ? 0 : observed[i]! & ~known;
    const isFalse = (refuted[i]! & ~(met[i]! | unknown[i]!)) | (closed?.then === "false" ? settled : 0);
    if (closed?.then === "true") met[i] = met[i]! | settled;
    possible[i] = anyone & ~isFalse;
  }
  return { met: sets.fromWords(met), possible: sets.fromWords(possible) };
}
