import type { DockedLigand, DockingLigand, OpenDocking, Pose } from "@qinghao/docking";
import { type PreparedForm, poseMolblock } from "@qinghao/docking/prepare";
import { screeningErrors } from "../../errors.ts";
import { failed } from "../for-each-molecule.ts";
import type { LigandOutcome } from "../method.ts";
import type { DockingSettings } from "./docking.ts";
import type { LigandForms } from "./ligand-forms.ts";

/** Poses closer than this to a better one are dropped, Å; poses worse than the best by more, kcal/mol. */
const minimumRmsd = 1;
const energyRange = 3;

/**
 * Docks every form of every ligand, in order. A ligand's score is the best of its poses in any form, and its poses are those of
 * all forms with the best scores, ranked as `rankByConsensus` does; a ligand none of whose forms can be docked gets the reason of the first.
 */
export async function dockForms(
  open: OpenDocking,
  ligands: readonly LigandForms[],
  { exhaustiveness, poses, atMost = Number.POSITIVE_INFINITY }: DockingSettings,
  seed: number,
  signal: AbortSignal,
): Promise<LigandOutcome[]> {
  const forms = ligands.flatMap((ligand, at) => (ligand.ok ? ligand.forms.map((form) => ({ at, form })) : []));
  const found = ligands.map((): FormPose[] => []);
  const reasons: (DockedLigand["error"] | undefined)[] = [];
  const search = { exhaustiveness, poses, seed, minimumRmsd, energyRange };
  const docked = open.dock(ligandsOf(forms), search, signal);
  for await (const { ligand, poses: placed, error } of docked) {
    const { at, form } = forms[ligand]!;
    if (error !== undefined) reasons[at] ??= error;
    found[at]!.push(...placed.map((pose) => ({ form, pose })));
  }
  return ligands.map((ligand, at): LigandOutcome => {
    if (!ligand.ok) return ligand;
    const best = found[at]!.sort((a, b) => a.pose.score - b.pose.score).slice(0, poses);
    if (best[0] === undefined) return failed(reasons[at] ?? screeningErrors.create("docking.no_form"));
    const { score } = best[0].pose;
    const ranked = best.sort((a, b) => a.pose.consensus - b.pose.consensus);
    return { ok: true, score, passes: score <= atMost, poses: ranked.map(poseRecord).join("") };
  });
}

type FormPose = { form: PreparedForm; pose: Pose };

const ligandsOf = (forms: readonly { form: PreparedForm }[]): DockingLigand[] => forms.map(({ form }) => form.ligand);

/** An SD record with the properties that `qinghao dock` writes, and the form that was docked. */
function poseRecord({ form, pose }: FormPose, index: number): string {
  const fields = { pose_rank: index + 1, score_kcal_per_mol: pose.score.toFixed(3), docked_form: form.smiles };
  const data = Object.entries(fields).map(([name, value]) => `>  <${name}>\n${value}\n\n`);
  return `${poseMolblock(form, pose.positions).trimEnd()}\n${data.join("")}$$$$\n`;
}
