import { type Moment, makeMoment, parseMoment } from "../../src/time/index.ts";
import { Invalid, NotApplied, type Value } from "./values.ts";

const KINDS: Readonly<Record<string, Moment["kind"]>> = { DateTime: "timestamp", Date: "date", Time: "time" };

// Any fixed moment serves: the suite compares the clock with itself.
const CLOCK: Readonly<Record<string, Moment>> = {
  Today: { kind: "date", fields: [2026, 3, 1] },
  Now: { kind: "timestamp", fields: [2026, 3, 1, 12, 0, 0, 0], offsetMinutes: 0 },
  TimeOfDay: { kind: "time", fields: [12, 0, 0, 0] },
};

export const isMomentFunction = (name: string): boolean => Object.hasOwn(KINDS, name) || Object.hasOwn(CLOCK, name);

/** `DateTime(2012, 3)`, `Today()` and their like. */
export function callMomentFunction(name: string, fields: readonly Value[]): Value {
  const kind = KINDS[name];
  return kind === undefined ? { is: "moment", moment: CLOCK[name]! } : buildMoment(kind, fields);
}

/** A literal. */
export function readMoment(text: string): Value {
  const moment = parseMoment(text);
  if (moment === undefined) throw new Invalid(`no moment: ${text}`);
  return { is: "moment", moment };
}

function buildMoment(kind: Moment["kind"], values: readonly Value[]): Value {
  const numbers = values.map((value) => {
    if (value === null) return null;
    if (typeof value !== "object" || value.is !== "number") throw new NotApplied("fields that are no numbers");
    return value.value;
  });
  const zone = kind === "timestamp" ? numbers[7] : undefined;
  const fields = numbers.slice(0, 7);
  const known = fields.slice(0, fields.includes(null) ? fields.indexOf(null) : fields.length) as number[];
  if (known.length === 0) return null;
  const moment = makeMoment(kind, known, zone === undefined || zone === null ? undefined : zone * 60);
  if (moment === undefined) throw new Invalid("no such moment");
  return { is: "moment", moment };
}
