import { err, ok, type QinghaoError, type Result } from "@qinghao/kernel";
import type { Mol } from "@rdkit/rdkit";
import { chemErrors } from "./errors.ts";
import { formulaOf, molecularWeightOf } from "./formula.ts";
import { graphFromJson, type MoleculeGraph } from "./graph.ts";
import type { ChemKit } from "./kit.ts";
import { layOut, markAbsolute } from "./layout.ts";
import { explainFailure, isMolblock, tooLarge } from "./structure-text.ts";

/**
 * A parsed molecule, alive only inside the `withMolecule` call that made it. What is derived from it is computed once,
 * on first use, so that everything comes from one parse.
 */
export class MolView {
  readonly kit: ChemKit;
  #handle: Mol | null;
  #smiles: string | null = null;
  #inchi: string | null = null;
  #graph: MoleculeGraph | null = null;

  constructor(kit: ChemKit, handle: Mol) {
    this.kit = kit;
    this.#handle = handle;
  }

  /** RDKit's object. Only this package uses it. */
  get handle(): Mol {
    if (this.#handle === null) throw new Error("a molecule was used after its withMolecule call had ended");
    return this.#handle;
  }

  /** Canonical isomeric SMILES of the molecule as it is (not standardised). */
  get smiles(): string {
    this.#smiles ??= this.handle.get_smiles();
    return this.#smiles;
  }

  /** Standard InChI; empty where InChI has none (unspecified atoms). */
  get inchi(): string {
    this.#inchi ??= this.kit.attempt(() => this.handle.get_inchi()) ?? "";
    return this.#inchi;
  }

  /** Standard InChIKey; empty where there is no InChI. */
  get inchikey(): string {
    return this.inchi === "" ? "" : this.kit.rdkit.get_inchikey_for_inchi(this.inchi);
  }

  get graph(): MoleculeGraph {
    this.#graph ??= graphFromJson(this.handle.get_json());
    return this.#graph;
  }

  get formula(): string {
    return formulaOf(this.graph);
  }

  /** g/mol */
  get molWeight(): number {
    return molecularWeightOf(this.graph);
  }

  get heavyAtoms(): number {
    return this.handle.get_num_atoms(true);
  }

  /** V2000 molblock, with 2D coordinates where the molecule has none of its own; stereocentres are absolute. */
  get molblock(): string {
    layOut(this.kit, this.handle);
    const molblock = this.handle.get_molblock();
    return this.smiles.includes("@") ? markAbsolute(molblock) : molblock;
  }

  close(): void {
    if (this.#handle === null) return;
    this.kit.release(this.#handle);
    this.#handle = null;
  }
}

/**
 * Parses a SMILES or molblock, lends the molecule to `use`, and frees it, whatever happens. Invalid text, a molecule
 * above `kit.maxAtoms` and a failure of the toolkit come back as errors.
 */
export function withMolecule<T>(kit: ChemKit, text: string, use: (mol: MolView) => T): Result<T, QinghaoError> {
  const parsed = openMolecule(kit, text);
  if (!parsed.ok) return parsed;
  const mol = parsed.value;
  try {
    return ok(use(mol));
  } finally {
    mol.close();
  }
}

/** As `withMolecule`, but the caller closes the molecule. */
export function openMolecule(kit: ChemKit, text: string): Result<MolView, QinghaoError> {
  const structure = isMolblock(text) ? text : text.trim();
  if (structure === "") return err(chemErrors.create("structure.empty"));
  const atoms = tooLarge(structure, kit.maxAtoms);
  if (atoms !== null) return err(chemErrors.create("structure.too_large", { atoms, limit: kit.maxAtoms }));
  const handle = parseStructure(kit, structure);
  const log = handle === null ? kit.takeLog() : "";
  if (handle === null) return err(explainFailure(structure, log));
  const mol = new MolView(kit, kit.acquired(handle));
  const count = handle.get_num_atoms();
  if (count > 0 && count <= kit.maxAtoms) return ok(mol);
  mol.close();
  return err(
    count === 0
      ? chemErrors.create("structure.empty")
      : chemErrors.create("structure.too_large", { atoms: count, limit: kit.maxAtoms }),
  );
}

/** Atoms, bonds and rings of a molecule; the same as `mol.graph`. */
export const moleculeGraph = (mol: MolView): MoleculeGraph => mol.graph;

/**
 * Parses a structure without explicit hydrogens but labelled ones. They are taken off afterwards, since RDKit-JS's own
 * removal while parsing drops the stereo marks of bridgehead nitrogens.
 */
export function parseStructure(kit: ChemKit, structure: string): Mol | null {
  return kit.attempt((rdkit) => {
    const handle = rdkit.get_mol(structure, '{"removeHs":false}');
    if (handle !== null && handle.get_num_atoms() > handle.get_num_atoms(true)) {
      handle.remove_hs_in_place('{"removeIsotopes":false}');
    }
    return handle;
  });
}
