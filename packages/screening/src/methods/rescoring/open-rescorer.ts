import type { ChemKit } from "@qinghao/chemistry";
import type { DockingReceptor } from "@qinghao/docking";
import { checkPose, openSurroundings, readPose } from "@qinghao/docking/poses";
import { prepareLigand } from "@qinghao/docking/prepare";
import { createScorer, vinardo } from "@qinghao/docking/scoring";
import { isQinghaoError, type QinghaoError, type Result } from "@qinghao/kernel";
import { screeningErrors } from "../../errors.ts";
import { failed } from "../for-each-molecule.ts";
import type { LigandOutcome } from "../method.ts";
import type { RescoringSettings } from "./rescoring.ts";

type Rescored = { record: string; score: number; isValid: boolean };

/** Rescores the poses of one ligand (SD records, null where it has none); the best are written first. */
export function openRescorer(
  kit: ChemKit,
  receptor: DockingReceptor,
  { requireValid, atMost = Number.POSITIVE_INFINITY }: Pick<RescoringSettings, "requireValid" | "atMost">,
): (poses: string | null) => LigandOutcome {
  const scorer = createScorer(receptor, "vina", vinardo);
  const surroundings = openSurroundings(receptor);
  const rescore = (record: string): Result<Rescored, QinghaoError> => {
    const ligand = prepareLigand(kit, record, "");
    if (!ligand.ok) return ligand;
    const pose = readPose(kit, record);
    if (!pose.ok) return pose;
    const { isValid } = checkPose({ pose: pose.value, surroundings, references: [] });
    return { ok: true, value: { record, isValid, score: scorer.score(ligand.value.ligand).total } };
  };
  const outcomeOf = (poses: string | null): LigandOutcome => {
    const records = (poses ?? "").split(/^\$\$\$\$\r?\n?/m).filter((record) => record.trim() !== "");
    const rescored: Rescored[] = [];
    let problem: QinghaoError | null = null;
    for (const record of records) {
      const one = rescore(record);
      if (one.ok) rescored.push(one.value);
      else problem ??= one.error;
    }
    const last = (one: Rescored) => (requireValid && !one.isValid ? 1 : 0);
    const [best] = rescored.sort((a, b) => last(a) - last(b) || a.score - b.score);
    if (best === undefined) return failed(problem ?? screeningErrors.create("rescoring.no_pose"));
    const passes = best.score <= atMost && (best.isValid || !requireValid);
    return { ok: true, score: best.score, passes, poses: rescored.map(written).join("") };
  };
  return (poses) => {
    try {
      return outcomeOf(poses);
    } catch (error) {
      if (!isQinghaoError(error)) throw error;
      return failed(error);
    }
  };
}

/** The record with what was found, its number after the new order; it keeps what docking wrote. */
function written({ record, score, isValid }: Rescored, index: number): string {
  const ranked = record.replace(/^(> +<pose_rank>\r?\n).*$/m, `$1${index + 1}`);
  const fields = { vinardo_kcal_per_mol: score.toFixed(3), valid: isValid ? "yes" : "no" };
  const data = Object.entries(fields).map(([name, value]) => `>  <${name}>\n${value}\n\n`);
  return `${ranked.trimEnd()}\n\n${data.join("")}$$$$\n`;
}
