import type { DrugTerm } from "./clinical-terms.ts";
import type { LabModel } from "./lab-model.ts";
import type { Flavour, LabEffect } from "./module.ts";
import type { TermTable } from "./terms.ts";

export const settings = ["community", "hospital"] as const;
/** Who is drawn: anybody, or people as they come to a hospital (diseases commoner by their table's factor). */
export type Setting = (typeof settings)[number];

/** Laboratory items changed by a disease, dense over all items. */
export type Effects = { readonly times: Float64Array; readonly add: Float64Array };

/** What the tables' keys stand for while a model is compiled. */
export type LookUp = {
  readonly terms: TermTable;
  readonly flavour: Flavour;
  readonly setting: Setting;
  readonly labs: LabModel;
  readonly drugs: ReadonlyMap<string, DrugTerm>;
  readonly procedures: ReadonlyMap<string, number>;
  readonly panelPlaces: ReadonlyMap<string, number>;
  readonly alterations: string[];
};

/** The entry of a table that another table names. */
export function required<T>(map: ReadonlyMap<string, T>, key: string): T {
  const found = map.get(key);
  if (found === undefined) throw new Error(`the tables name something that they do not hold: ${key}`);
  return found;
}

/** Effects of a table as numbers; `power` weakens or strengthens all of them. */
export function makeEffects(model: LabModel, rows: readonly LabEffect[], power = 1): Effects {
  const times = new Float64Array(model.items.length).fill(1);
  const add = new Float64Array(model.items.length);
  for (const row of rows) {
    const place = model.places.get(row.lab);
    if (place === undefined) throw new Error(`no such laboratory item in the tables: ${row.lab}`);
    times[place] = (row.times ?? 1) ** power;
    add[place] = (row.add ?? 0) * power;
  }
  return { times, add };
}
