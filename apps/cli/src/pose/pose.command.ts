import { Command, Option } from "commander";
import type { Io } from "../io.ts";

export type CheckOptions = {
  receptor: string;
  reference?: string;
  waters: "drop" | "keep";
  strain: boolean;
  output: string;
};

/** `qinghao pose check` */
export function poseCommand(io: Io): Command {
  const pose = new Command("pose").description("look at docked poses");
  pose
    .command("check")
    .description("check the geometry of poses, their fit in the receptor and what they touch")
    .argument("<poses>", ".sdf with 3D coordinates, plain or .gz, or - for standard input")
    .requiredOption("--receptor <file>", "the receptor: .pdb, .cif or .pdbqt, plain or .gz")
    .option("--reference <file>", "known placements of the ligand (.sdf): adds identity, stereo and RMSD")
    .addOption(
      new Option("--waters <choice>", "waters of the receptor's file").choices(["drop", "keep"]).default("drop"),
    )
    .option("--no-strain", "leave out the internal energy, which needs fifty conformers of each ligand")
    .requiredOption("-o, --output <file>", "the CSV to write, or - for standard output")
    .addHelpText(
      "after",
      `
Every pose has one row: row,name,ligand_row,pose_rank,score_kcal_per_mol,valid,reason, then per check <id> (pass, fail,
or empty where it does not apply) and <id>_value, then aligned_rmsd,buried_fraction,interactions.
Poses that cannot be read are listed on standard error with their row and reason.
Exit code: 0 the file was processed, 2 wrong use, 3 nothing could be read.`,
    )
    .action(async (poses: string, options: CheckOptions) => {
      const { checkPoses } = await import("./check-poses.ts");
      await checkPoses(io, poses, options);
    });
  return pose;
}
