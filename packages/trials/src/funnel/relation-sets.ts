import { observedPersons, wordsQuery } from "../sql/assemble.ts";
import type { CriteriaDatabase } from "../sql/database.ts";
import type { Relation, Silence } from "../sql/relation.ts";
import type { SetAlgebra } from "./set-algebra.ts";
import type { TruthSets } from "./truth-sets.ts";

/** Patients by the ranks of a query's rows. */
export type RankedWords = { readonly refuted: Uint32Array; readonly unknown: Uint32Array; readonly met: Uint32Array };

// Twelve bits are the ranks of four patients: the table sorts them into a nibble each for ranks 1, 2 and 3.
const nibbles = Uint16Array.from({ length: 4096 }, (_, bits) => {
  let sorted = 0;
  for (let patient = 0; patient < 4; patient++) {
    for (let rank = 0; rank < 3; rank++) {
      if ((bits >> (patient * 3 + rank)) & 1) sorted |= 1 << (rank * 4 + patient);
    }
  }
  return sorted;
});
const HALF = 2 ** 24;

/** Runs a query for rows (patient, rank) and returns for each rank the patients that have a row of it, 32 to a word. */
export async function readWords(database: CriteriaDatabase, rows: string): Promise<RankedWords> {
  const { dialect, patientLimit } = database;
  const [words, bits] = await database.readColumns(wordsQuery(rows, dialect, patientLimit), 2);
  const length = (patientLimit + 31) >>> 5;
  const [refuted, unknown, met] = [new Uint32Array(length), new Uint32Array(length), new Uint32Array(length)];
  for (let i = 0; i < words!.length; i++) {
    const low = bits![i]! % HALF;
    const high = Math.floor(bits![i]! / HALF);
    const a = nibbles[low & 4095]!;
    const b = nibbles[low >>> 12]!;
    const c = nibbles[high & 4095]!;
    const d = nibbles[high >>> 12]!;
    const half = words![i]! >>> 1;
    const shift = (words![i]! & 1) * 16;
    refuted[half]! |= ((a & 15) | ((b & 15) << 4) | ((c & 15) << 8) | ((d & 15) << 12)) << shift;
    unknown[half]! |=
      (((a >>> 4) & 15) | (((b >>> 4) & 15) << 4) | (((c >>> 4) & 15) << 8) | (((d >>> 4) & 15) << 12)) << shift;
    met[half]! |= ((a >>> 8) | ((b >>> 8) << 4) | ((c >>> 8) << 8) | ((d >>> 8) << 12)) << shift;
  }
  return { refuted, unknown, met };
}

/**
 * Truth of a relation for every patient. The highest rank of a patient's rows counts; who has none is silent.
 * @param all every patient
 * @param observedIn answers whose record was kept through the time that silence speaks for
 */
export async function truthSetsOf<S>(
  database: CriteriaDatabase,
  relation: Relation,
  sets: SetAlgebra<S>,
  all: Uint32Array,
  observedIn: ObservedReader,
): Promise<TruthSets<S>> {
  const { refuted, unknown, met } = await readWords(database, relation.sql);
  const { closed } = relation.silence;
  const observed = closed === undefined ? null : await observedIn.read(closed);
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

/** Whose record was kept through a time that silence speaks for; criteria that ask for the same time share the answer. */
export type ObservedReader = { read(closed: NonNullable<Silence["closed"]>): Promise<Uint32Array>; forget(): void };

const KEPT_TIMES = 16;

export function observedReader(database: CriteriaDatabase): ObservedReader {
  const kept = new Map<string, Promise<Uint32Array>>();
  return {
    read: (closed) => {
      const sql = observedPersons(closed);
      let words = kept.get(sql);
      if (words === undefined) {
        if (kept.size >= KEPT_TIMES) kept.clear();
        words = readWords(database, sql).then(({ met }) => met);
        words.catch(() => kept.delete(sql));
        kept.set(sql, words);
      }
      return words;
    },
    forget: () => kept.clear(),
  };
}
