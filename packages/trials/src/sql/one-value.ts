import type { CompileContext } from "./context.ts";
import { allOf, notOf } from "./expression.ts";
import { orderKey, type Results, winning } from "./pick.ts";

/** Rows of one item whose `value` is its number, NULL where it is not one number. */
export type Values = Pick<Results, "where" | "certain" | "startLo" | "startHi" | "value" | "known">;

/**
 * `(patient, v)`: the value of the one latest (or first) result; `v` is NULL where doubt or imprecise dates leave it open
 * which one that is, or where its value is not one number. A patient without results has no row.
 */
export function oneValue(values: Values, which: "latest" | "first", context: CompileContext): string {
  const { known, value } = values;
  if (which === "first" || known === undefined) return searchedValue(values, which, context);
  const others = searchedValue({ ...values, where: known.others }, which, context);
  return `(select f.patient, ${value} as v from fact f where ${known.latest} union all select patient, v from ${others} o)`;
}

function searchedValue(values: Values, which: "latest" | "first", { dialect }: CompileContext): string {
  const { where, certain, startLo, startHi, value } = values;
  const plain = allOf(certain, `${startLo} = ${startHi}`);
  const key = orderKey(which, startLo, startHi);
  const valueAtBest =
    dialect === "duckdb"
      ? `${which === "latest" ? "arg_max_null" : "arg_min_null"}(v, k)`
      : `(array_agg(v order by k ${which === "latest" ? "desc" : "asc"}))[1]`;
  const { order, mayWin } = winning[which];
  return `(with a as materialized (select patient, ${valueAtBest} as v, bool_or(doubt) as is_open
      from (select f.patient, ${value} as v, ${key} as k, ${notOf(plain)} as doubt from fact f where ${where}) r group by patient)
    select patient, v from a where not is_open
    union all
    select patient, case when bool_and(wc) and not bool_or(v is distinct from wv and ${mayWin}) then min(wv) end as v
      from (select patient, slo, shi, v, c, precise, first_value(slo) over w as wslo, first_value(shi) over w as wshi, first_value(v) over w as wv, first_value(c) over w as wc, first_value(precise) over w as wprecise
        from (select f.patient, f.seq, ${startLo} as slo, ${startHi} as shi, ${value} as v, ${certain} as c, ${startLo} = ${startHi} as precise
          from fact f where ${where} and f.patient in (select patient from a where is_open)) r
        window w as (partition by patient order by ${order})) q group by patient)`;
}
