import type { InputRecord } from "@qinghao/chemistry";
import {
  alignedRmsd,
  buriedSurface,
  checkPose,
  type InteractionFinder,
  interactionFingerprint,
  type PoseMolecule,
  poseChecks,
  type StrainGauge,
  type Surroundings,
} from "@qinghao/docking/poses";
import { csvLine } from "../csv-line.ts";

/** Properties of a record that say which pose it is; taken over as they are. */
const identity = ["ligand_row", "pose_rank", "score_kcal_per_mol"] as const;

const header = [
  "row",
  "name",
  ...identity,
  "valid",
  "reason",
  ...poseChecks.flatMap(({ id }) => [id, `${id}_value`]),
  "aligned_rmsd",
  "buried_fraction",
  "interactions",
];

export const headerLine = (): string => csvLine(header);

/** What poses are judged by. */
export type Judges = {
  readonly surroundings: Surroundings;
  readonly finder: InteractionFinder;
  readonly references: readonly PoseMolecule[];
  /** Null where strain is not asked for or cannot be measured. */
  readonly strain: StrainGauge | null;
};

/** The row of a pose that was read. */
export function poseLine(record: InputRecord, pose: PoseMolecule, judges: Judges): string {
  const { surroundings, finder, references, strain } = judges;
  const { outcomes, isValid } = checkPose({ pose, surroundings, references, strain });
  const checks = poseChecks.flatMap(({ id }) => {
    const { passes, value } = outcomes.get(id)!;
    return [passes === null ? "" : passes ? "pass" : "fail", numberCell(value)];
  });
  const aligned = references
    .map((reference) => alignedRmsd(pose, reference)?.rmsd)
    .filter((rmsd) => rmsd !== undefined);
  return csvLine([
    ...identityCells(record),
    isValid ? "pass" : "fail",
    "",
    ...checks,
    aligned.length === 0 ? "" : numberCell(Math.min(...aligned)),
    numberCell(buriedSurface(pose, surroundings).fraction),
    [...interactionFingerprint(finder.find(pose))].join("; "),
  ]);
}

/** The row of a record that could not be read. */
export function failedLine(record: InputRecord, reason: string): string {
  const cells = [...identityCells(record), "fail", reason];
  return csvLine([...cells, ...new Array<string>(header.length - cells.length).fill("")]);
}

function identityCells(record: InputRecord): string[] {
  const fields = record.ok ? record.fields : {};
  const name = record.ok ? (record.name ?? "") : (record.text.split("\n", 1)[0] ?? "").trim();
  return [String(record.row), name, ...identity.map((field) => fields[field] ?? "")];
}

const numberCell = (value: number | null): string => (value === null ? "" : String(Math.round(value * 10000) / 10000));
