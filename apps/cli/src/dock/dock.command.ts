import { Command, Option } from "commander";
import type { Io } from "../io.ts";
import { acidity, cpuOption, type Triple, triple, wholeNumber } from "../options.ts";

export type DockOptions = {
  receptor: string;
  ligands: string;
  autobox?: string;
  center?: Triple;
  size?: Triple;
  exhaustiveness: number;
  poses: number;
  seed: number;
  ringConformers?: number;
  ph?: number;
  stereoisomers?: number;
  tautomers?: number;
  cpu?: number;
  backend: "wasm" | "webgpu";
  scoreOnly?: true;
  output: string;
  quiet?: true;
};

/** `qinghao dock`: on this computer, without a server. */
export function dockCommand(io: Io): Command {
  return new Command("dock")
    .description("dock ligands to a receptor, on this computer, without a server")
    .requiredOption("--receptor <file>", "the receptor: .pdb, .cif or .pdbqt, plain or .gz")
    .requiredOption("--ligands <file>", "the ligands: .sdf, .smi or .pdbqt, plain or .gz")
    .option(
      "--autobox <file>",
      "search around this ligand (.sdf or .pdbqt): 5 Å beyond its atoms, at least 22.5 Å wide",
    )
    .option("--center <x,y,z>", "centre of the box that is searched, Å", triple)
    .option("--size <x,y,z>", "sides of the box, Å", triple)
    .option("--exhaustiveness <number>", "how hard to search", wholeNumber(1, 256), 8)
    .option("--poses <number>", "poses of each ligand, at most", wholeNumber(1, 100), 9)
    .option("--seed <number>", "the same seed gives the same poses", wholeNumber(0, 2 ** 32 - 1), 1)
    .option(
      "--ring-conformers <number>",
      "shapes of a ligand's rings to dock it in; 1 keeps the rings as they are (default: 8 for a macrocycle, else 1)",
      wholeNumber(1, 20),
    )
    .option("--ph <number>", "charge ligands given as SMILES as in water of this pH (default: as drawn)", acidity)
    .option("--stereoisomers <number>", "with --ph: stereoisomers to try where stereo is open", wholeNumber(1, 8))
    .option("--tautomers <number>", "with --ph: tautomers to try, the drawn one first", wholeNumber(1, 8))
    .addOption(cpuOption())
    .addOption(
      new Option("--backend <name>", "what computes it: threads, or a graphics card")
        .choices(["wasm", "webgpu"])
        .default("wasm"),
    )
    .option("--score-only", "score the poses of the input as they are")
    .requiredOption("-o, --output <file>", "the SDF to write, or - for standard output")
    .option("-q, --quiet", "no progress")
    .addHelpText(
      "after",
      `
Each pose is a record with the properties ligand_row, pose_rank and score_kcal_per_mol (AutoDock Vina's function), its atoms in
the order of the input, hydrogens that the input left out after them. Poses are ranked by the mean of two functions, Vina's and
Vinardo, so the first need not have the best score. Ligands that fail are listed on standard error with their
row and reason. A ligand given as SMILES gets a conformer first; without --ph charges are as drawn,
only salts and mixtures are reduced to their parent and protonated by rule. With --ph the poses are those of
the form with the best score, which the property docked_form names.
Exit code: 0 the file was processed, 2 wrong use, 3 nothing could be read.`,
    )
    .action(async (options: DockOptions) => {
      const { dockFile } = await import("./dock-file.ts");
      await dockFile(io, options);
    });
}
