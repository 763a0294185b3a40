import type { DockedLigand, Pose } from "@qinghao/docking";
import type { QinghaoError } from "@qinghao/kernel";
import type { InputLigand } from "./read-ligands.ts";

/** A form of the ligand of a row that is being docked. */
export type Form = { readonly row: number; readonly input: InputLigand; readonly isLast: boolean };

/** A pose as it is written. */
export type PlacedPose = Pick<Pose, "positions" | "score">;
/** What became of a form. */
export type DockedForm = Pick<DockedLigand, "error"> & { readonly poses: readonly PlacedPose[] };

/** What came of a row: its best form, null where all of them failed, and those that did. */
export type DockedRow = {
  readonly row: number;
  readonly best: { readonly input: InputLigand; readonly poses: readonly PlacedPose[] } | null;
  readonly failures: readonly { readonly input: InputLigand; readonly error: QinghaoError }[];
};

/** Of the forms of each row the one with the best score; `waiting` are the forms in the order in which they are docked. */
export async function* bestForms(results: AsyncIterable<DockedForm>, waiting: Form[]): AsyncGenerator<DockedRow> {
  let best: DockedRow["best"] = null;
  let failures: DockedRow["failures"] = [];
  for await (const { error, poses } of results) {
    const { row, input, isLast } = waiting.shift()!;
    if (error !== undefined) failures = [...failures, { input, error }];
    else if (best === null || bestScore(poses) < bestScore(best.poses)) best = { input, poses };
    if (!isLast) continue;
    yield { row, best, failures };
    best = null;
    failures = [];
  }
}

const bestScore = (poses: readonly PlacedPose[]): number => Math.min(...poses.map(({ score }) => score));
