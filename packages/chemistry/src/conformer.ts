import { err, ok, type QinghaoError, type Result } from "@qinghao/kernel";
import { chemErrors } from "./errors.ts";
import { isMolblock, tooLarge } from "./structure-text.ts";

export type ConformerOptions = {
  /** The same seed gives the same conformer. */
  seed: number;
  /** Where OpenChemLib's `resources.json` is served; in a browser only, beside its script when absent. */
  resourcesUrl?: string;
};

export type Conformer = {
  /** V2000 molblock with all hydrogens and 3D coordinates in angstrom. */
  molblock: string;
  /** Program, release and force field. */
  method: string;
  /** Force-field energy, kcal/mol; absent where the force field has no parameters for the structure. */
  energyKcalPerMol?: number;
};

/** Atoms beyond which the search takes minutes. */
const ATOM_LIMIT = 200;
const FORCE_FIELD = "MMFF94s+";

type OpenChemLib = typeof import("openchemlib");
let loading: Promise<OpenChemLib> | null = null;

/**
 * One low-energy 3D conformer: hydrogens added, torsions from OpenChemLib's statistics of crystal structures, minimised in
 * MMFF94s+. Takes 0.1 to 5 s and blocks its thread meanwhile: call it in a worker. OpenChemLib is loaded on first use.
 */
export async function conformer3d(text: string, options: ConformerOptions): Promise<Result<Conformer, QinghaoError>> {
  const structure = isMolblock(text) ? text : (text.trim().split(/\s/, 1)[0] ?? "");
  if (structure === "") return err(chemErrors.create("structure.empty"));
  const atoms = tooLarge(structure, ATOM_LIMIT);
  if (atoms !== null) return err(chemErrors.create("structure.too_large", { atoms, limit: ATOM_LIMIT }));
  let library: OpenChemLib;
  try {
    loading ??= load(options.resourcesUrl);
    library = await loading;
  } catch (cause) {
    loading = null;
    return failed("OpenChemLib could not be loaded", cause);
  }
  try {
    return generate(library, structure, options.seed);
  } catch (cause) {
    return failed(cause instanceof Error ? cause.message : String(cause), cause);
  }
}

function generate(library: OpenChemLib, structure: string, seed: number): Result<Conformer, QinghaoError> {
  const { Molecule, ConformerGenerator } = library;
  const mol = isMolblock(structure) ? Molecule.fromMolfile(structure) : Molecule.fromSmiles(structure);
  if (mol.getAllAtoms() === 0) return err(chemErrors.create("structure.empty"));
  const conformer = new ConformerGenerator(seed).getOneConformerAsMolecule(mol);
  if (conformer === null) return failed("no arrangement without clashes was found");
  const energyKcalPerMol = minimise(library, conformer);
  const program = `OpenChemLib ${library.version}`;
  return ok(
    energyKcalPerMol === null
      ? { molblock: conformer.toMolfile(), method: program }
      : { molblock: conformer.toMolfile(), method: `${program}, ${FORCE_FIELD}`, energyKcalPerMol },
  );
}

/** Minimises in place; null where the force field lacks parameters, for example for metals and boron. */
function minimise(library: OpenChemLib, conformer: InstanceType<OpenChemLib["Molecule"]>): number | null {
  try {
    const field = new library.ForceFieldMMFF94(conformer, FORCE_FIELD);
    field.minimise();
    const energy = field.getTotalEnergy();
    return Number.isFinite(energy) ? energy : null;
  } catch {
    return null;
  }
}

async function load(resourcesUrl: string | undefined): Promise<OpenChemLib> {
  const library = await import("openchemlib");
  const isNode = typeof process === "object" && process.versions?.node !== undefined;
  if (isNode) library.Resources.registerFromNodejs();
  else await library.Resources.registerFromUrl(resourcesUrl);
  return library;
}

const failed = (reason: string, cause?: unknown) => err(chemErrors.create("conformer.failed", { reason }, cause));
