import type { EventLeaf } from "../../criteria/tree.schema.ts";
import type { CompileContext } from "../context.ts";
import type { ClosedTime } from "../counts.ts";
import type { Spans } from "../events.ts";
import { allOf } from "../expression.ts";
import type { Results } from "../pick.ts";
import { codedResults, stageResults } from "./coded.ts";
import { closedTime, eventsOf } from "./event.ts";
import { eventQuestion } from "./event-leaf.ts";
import { measuredResults } from "./measurement.ts";
import { variantFindings } from "./variant.ts";

/** Events of a leaf as rows `(patient, seq, slo, shi, elo, ehi, ended, c)`, and the time that their silence speaks for. */
export type DatedEvents = { readonly rows: string; readonly closed: ClosedTime };

/** The dated events that satisfy a leaf; null for a ratio or a change, which has no date of its own. */
export function datedEvents(leaf: EventLeaf, context: CompileContext): DatedEvents | null {
  switch (leaf.kind) {
    case "measurement": {
      const results = measuredResults(leaf, context);
      return results === null ? null : { rows: rowsOfResults(results), closed: null };
    }
    case "result":
      return { rows: rowsOfResults(codedResults(leaf, context)), closed: null };
    case "stage":
      return { rows: unionOf(stageResults(leaf, context).map(rowsOfResults)), closed: null };
    case "variant": {
      const { events, where, says } = variantFindings(leaf, context);
      const wanted = leaf.status === "positive" ? 2 : 0;
      const isTelling = `coalesce(${says}, ${2 - wanted}) in (1, ${wanted})`;
      const certain = allOf(events.surely, `coalesce(${says}, ${2 - wanted}) = ${wanted}`);
      return { rows: rowsOf(events, allOf(where, isTelling), certain), closed: null };
    }
    default: {
      const question = eventQuestion(leaf, context);
      const events = eventsOf(question, context);
      const rows = rowsOf(events, allOf(events.where, events.candidate), events.certain);
      return { rows, closed: closedTime(question, context) };
    }
  }
}

const rowsOf = ({ startLo, startHi, endLo, endHi, endKnown }: Spans, where: string, certain: string): string =>
  `select f.patient, f.seq, ${startLo} as slo, ${startHi} as shi, ${endLo} as elo, ${endHi} as ehi, ${endKnown} as ended, ${certain} as c from fact f where ${where}`;

/** Results that satisfy the leaf each on its own, or may. */
function rowsOfResults(results: Results & Spans): string {
  const { where, truth, certain } = results;
  return rowsOf(results, allOf(where, `(${truth}) <> 0`), allOf(certain, `(${truth}) = 2`));
}

const none =
  "select f.patient, f.seq, f.start_lo as slo, f.start_hi as shi, f.end_lo as elo, f.end_hi as ehi, true as ended, true as c from fact f where false";

const unionOf = (rows: readonly string[]): string => (rows.length === 0 ? none : rows.join(" union all "));
