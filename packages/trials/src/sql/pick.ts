import type { Pick as Choice } from "../criteria/ranges.schema.ts";
import { allOf, caseOf, notOf } from "./expression.ts";
import { type Relation, relation } from "./relation.ts";

/**
 * Results that a leaf may rest on, as parts of a query over the table of facts `f`. `truth` is 0, 1 or 2; `value` is the
 * number that `lowest` and `highest` compare, NULL where it is not known exactly.
 */
export type Results = {
  /** Which rows count at all. */
  readonly where: string;
  readonly certain: string;
  readonly startLo: string;
  readonly startHi: string;
  readonly truth: string;
  readonly value: string;
  /** Truth of a known number, written for the column `value`. */
  readonly truthOfValue: (column: string) => string;
  readonly known?: KnownLatest | undefined;
};

/** What the columnar extract knows of the latest result: the rows that are, and all rows of whoever it does not know it of. */
export type KnownLatest = { readonly latest: string; readonly others: string };

/** Results that have no number to compare: `lowest` and `highest` need them to agree. */
export const noNumber = { value: "null::double precision", truthOfValue: () => "1" } as const;

/** The truth of several results taken together; a patient without results stays silent. */
export function pickRelation(results: Results, pick: Choice = "latest"): Relation {
  const { where, certain, truth } = results;
  switch (pick) {
    case "latest":
      return relation(latestResult(results));
    case "first":
      return relation(oneResult(results, pick));
    case "any":
      return relation(
        `select f.patient, 1 + ${caseOf([[certain, `${truth}`]], `least(${truth}, 1)`)} as rank from fact f where ${where}`,
        { repeats: true },
      );
    case "all":
      return relation(
        `select f.patient, 1 + min(${caseOf([[certain, `${truth}`]], `greatest(${truth}, 1)`)}) as rank from fact f where ${where} group by f.patient`,
      );
    case "lowest":
    case "highest":
      return relation(extreme(results, pick));
  }
}

function extreme({ where, certain, truth, value, truthOfValue }: Results, pick: "lowest" | "highest"): string {
  const best = pick === "lowest" ? "min" : "max";
  return `select patient, 1 + case when lo = hi and lo <> 1 then lo when is_open or best is null then 1 else ${truthOfValue("best")} end as rank
    from (select patient, min(t) as lo, max(t) as hi, bool_or(not c or v is null) as is_open, ${best}(case when c then v end) as best
      from (select f.patient, ${truth} as t, ${certain} as c, ${value} as v from fact f where ${where}) r group by patient) q`;
}

// Where every result is certain and on one day, the greatest (day, seq, truth) packed into one number decides; where all
// results say the same, it does not matter which one counts. Both show in a single pass. What is left are few patients.
const SHIFT_DAY = 1_000_000;
const SEQ_BITS = 41;

/** Day and order of a row `f` as one number; the two lowest bits are free. */
export function orderKey(which: "latest" | "first", startLo: string, startHi: string): string {
  // A day that is not known lies far below: any number will do for it, since such a row is never plain.
  const day = which === "latest" ? startHi : `greatest(${startLo}, ${-SHIFT_DAY})`;
  return `(((${day} + ${SHIFT_DAY})::bigint << ${SEQ_BITS}) | (f.seq << 2))`;
}

/** The order in which one result wins, and whether another (unprefixed) may win over the winner (`w...`). */
export const winning = {
  latest: { order: "shi desc, seq desc", mayWin: "shi >= wslo and not (c and precise and wprecise)" },
  first: { order: "slo asc, seq asc", mayWin: "slo <= wshi and not (c and precise and wprecise)" },
} as const;

/** At most one row for each patient on either side. */
function latestResult(results: Results): string {
  const { known, truth } = results;
  if (known === undefined) return oneResult(results, "latest");
  return `select f.patient, 1 + ${truth} as rank from fact f where ${known.latest}
    union all select patient, rank from (${oneOfFew({ ...results, where: known.others })}) o`;
}

/**
 * The latest of few results: as `oneResult`, with less to plan and without a window, which cost more than so few rows do.
 * DuckDB only. The key of a row holds whether it is certain, its day and order, and its truth.
 */
function oneOfFew({ where, certain, startLo, startHi, truth }: Results): string {
  const key = `((${caseOf([["c", "1"]], "0")})::bigint << 62) | ((shi + ${SHIFT_DAY})::bigint << ${SEQ_BITS}) | (seq << 2) | t`;
  const winnersTruth = "(k & 3)::int";
  const winnersLastDay = `((k >> ${SEQ_BITS}) & ${2 ** (62 - SEQ_BITS) - 1}) - ${SHIFT_DAY}`;
  const mayWin = `shi >= wslo and not (c and slo = shi and wslo = ${winnersLastDay})`;
  return `with r as materialized (select f.patient, f.seq, ${startLo} as slo, ${startHi} as shi, ${truth} as t, ${certain} as c from fact f where ${where}),
      w as (select patient, min(t) as lo, max(t) as hi, bool_or(c) as sure, max(${key}) as k, arg_max(slo, ${key}) as wslo from r group by patient)
    select patient, 1 + lo as rank from w where lo = hi
    union all
    select w.patient, 1 + case when not bool_or(sure) or bool_or(t <> ${winnersTruth} and ${mayWin}) then 1 else min(${winnersTruth}) end as rank
      from w join r on r.patient = w.patient where lo <> hi group by w.patient`;
}

function oneResult(results: Results, pick: "latest" | "first"): string {
  const { where, certain, startLo, startHi, truth } = results;
  const plain = allOf(certain, `${startLo} = ${startHi}`);
  const key = `(${orderKey(pick, startLo, startHi)} | (${truth})::bigint)`;
  const flags = `bit_or((1 << (${truth})) | ${caseOf([[plain, "0"]], "8")})`;
  const isOpen = "flags > 8 and (flags & 7) not in (1, 2, 4)";
  const { order, mayWin } = winning[pick];
  return `with a as materialized (select f.patient, ${pick === "latest" ? "max" : "min"}(${key}) as k, ${flags} as flags from fact f where ${where} group by f.patient)
    select patient, 1 + case flags & 7 when 1 then 0 when 2 then 1 when 4 then 2 else (k & 3)::int end as rank from a where ${notOf(`(${isOpen})`)}
    union all
    select patient, case when not bool_or(c) or bool_or(t <> wt and ${mayWin}) then 2 else 1 + min(wt) end as rank
      from (select patient, slo, shi, t, c, precise, first_value(slo) over w as wslo, first_value(shi) over w as wshi, first_value(t) over w as wt, first_value(precise) over w as wprecise
        from (select f.patient, f.seq, ${startLo} as slo, ${startHi} as shi, ${truth} as t, ${certain} as c, ${startLo} = ${startHi} as precise
          from fact f where ${where} and f.patient in (select patient from a where ${isOpen})) r
        window w as (partition by patient order by c desc, ${order})) q group by patient`;
}
