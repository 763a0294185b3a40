import type { Offset } from "../../criteria/ranges.schema.ts";
import type { Temporal } from "../../criteria/tree.schema.ts";
import type { CompileContext } from "../context.ts";
import { boundsPlan, type ClosedTime, countRelation } from "../counts.ts";
import { allOf, notOf } from "../expression.ts";
import { winning } from "../pick.ts";
import { type Plan, unknownPlan } from "../relation.ts";
import { NO_DAY_BEFORE } from "../tables.ts";
import { datedEvents } from "./dated-events.ts";

/** Two events in time: how many events stand to some anchor as the relation says. A fact is never related to itself. */
export function compileTemporal(temporal: Temporal, context: CompileContext): Plan {
  const events = datedEvents(temporal.event, context);
  const anchors = datedEvents(temporal.anchor, context);
  if (events === null || anchors === null) return unknownPlan;
  const { certain, possible } = relationBetween(temporal);
  const pairs = `select e.patient, e.seq, bool_or(${allOf(certain, "e.c", "a.c")}) as c
    from (${events.rows}) e join (${chooseAnchors(anchors.rows, temporal.anchorPick ?? "any")}) a
      on a.patient = e.patient and a.seq <> e.seq and ${possible} group by e.patient, e.seq`;
  const counts = `select patient, count(case when c then 1 end) as certain, count(*) as possible, false as refuted from (${pairs}) x group by patient`;
  const closed = bothClosed(events.closed, anchors.closed);
  return boundsPlan(temporal.count, (limit, bound) => countRelation(counts, limit, bound, closed));
}

/** Silence speaks for both only where the record was kept through both times. */
function bothClosed(a: ClosedTime, b: ClosedTime): ClosedTime {
  if (a === null || b === null) return null;
  const from = a.from === null ? b.from : b.from === null ? a.from : Math.min(a.from, b.from);
  return { from, to: Math.max(a.to, b.to) };
}

/**
 * The anchors that count: all of them, or the first or latest certain one with those that doubt or imprecise dates let be
 * it as well, none of which is certain then.
 */
function chooseAnchors(rows: string, pick: "any" | "first" | "latest"): string {
  if (pick === "any") return rows;
  const { order, mayWin } = winning[pick];
  const won = `select r.*, first_value(seq) over w as wseq, first_value(slo) over w as wslo, first_value(shi) over w as wshi, first_value(c) over w as wc, first_value(slo = shi) over w as wprecise, slo = shi as precise
    from (${rows}) r window w as (partition by patient order by c desc, ${order})`;
  const rivals = `select won.*, seq <> wseq and ${mayWin} as rival from (${won}) won`;
  const counted = `select rivals.*, bool_or(rival) over (partition by patient) as contested from (${rivals}) rivals`;
  return `select patient, seq, slo, shi, elo, ehi, ended, case when wc then seq = wseq and not contested else c end as c
    from (${counted}) counted where not wc or seq = wseq or rival`;
}

function relationBetween({ relation, anchorPoint }: Temporal): { certain: string; possible: string } {
  if (relation.type === "during") {
    return {
      possible: "e.slo <= a.ehi and e.shi >= a.slo",
      certain: "e.slo >= a.shi and e.shi <= a.elo",
    };
  }
  const isEnd = anchorPoint === "end";
  const [lo, hi] = isEnd ? ["a.elo", "a.ehi"] : ["a.slo", "a.shi"];
  const { from, to } = relation;
  const after = (day: string, anchor: string) => (from === undefined ? "true" : `${day} >= ${shifted(anchor, from)}`);
  const before = (day: string, anchor: string) => (to === undefined ? "true" : `${day} <= ${shifted(anchor, to)}`);
  return {
    possible: allOf(after("e.shi", lo), before("e.slo", hi)),
    certain: allOf(isEnd ? notOf("(not a.ended)") : "true", after("e.slo", hi), before("e.shi", lo)),
  };
}

/** A day moved by a calendar distance, as `shiftDay` moves it; a day that is not known stays where it is. */
function shifted(day: string, { value, unit }: Offset): string {
  const days = { hour: value / 24, day: value, week: value * 7, month: null, year: null }[unit];
  const moved =
    days === null ? shiftedMonths(day, unit === "year" ? value * 12 : value) : `${day} + ${Math.trunc(days)}`;
  return `case when ${day} <= ${NO_DAY_BEFORE} then ${day} else ${moved} end`;
}

function shiftedMonths(day: string, months: number): string {
  const whole = Math.trunc(months);
  const rest = Math.trunc((months - whole) * 30);
  return `(date '1970-01-01' + greatest(${day}, -700000) + interval '${whole} months')::date - date '1970-01-01' + ${rest}`;
}
