import type { DockedLigand, Pose } from "@qinghao/docking";
import type { QinghaoError } from "@qinghao/kernel";
import type { InputLigand } from "./read-ligands.ts";

/** A form of the ligand of a row that is being docked. */
export type Form = { readonly row: number; readonly input: InputLigand; readonly isLast: boolean };

/** What came of a row: its best form, null where all of them failed, and those that did. */
export type DockedRow = {
  readonly row: number;
  readonly best: { readonly input: InputLigand; readonly poses: readonly Pose[] } | null;
  readonly failures: readonly { readonly input: InputLigand; readonly error: QinghaoError }[];
};

/** Of the forms of each row the one with the best score; `waiting` are the forms in the order in which they are docked. */
export async function* bestForms(results: AsyncIterable<DockedLigand>, waiting: Form[]): AsyncGenerator<DockedRow> {
  let best: DockedRow["best"] = null;
  let failures: DockedRow["failures"] = [];
  for await (const { error, poses } of results) {
    const { row, input, isLast } = waiting.shift()!;
    if (error !== undefined) failures = [...failures, { input, error }];
    else if (best === null || poses[0]!.score < best.poses[0]!.score) best = { input, poses };
    if (!isLast) continue;
    yield { row, best, failures };
    best = null;
    failures = [];
  }
}
