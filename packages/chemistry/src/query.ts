import { err, ok, type QinghaoError, type Result } from "@qinghao/kernel";
import type { Mol } from "@rdkit/rdkit";
import { chemErrors } from "./errors.ts";
import { patternFingerprint } from "./fingerprints.ts";
import type { ChemKit } from "./kit.ts";
import type { MolView } from "./molecule.ts";
import { explainFailure, isMolblock, tooLarge } from "./structure-text.ts";

/** A substructure query. The caller disposes of it: `using query = ...` or `query.close()`. */
export class QueryView {
  readonly kit: ChemKit;
  /** As it was read: a molecule drawn or written as SMILES, or SMARTS. */
  readonly kind: "molecule" | "smarts";
  readonly atomCount: number;
  #handle: Mol | null;
  #fingerprint: Uint8Array | null = null;

  constructor(kit: ChemKit, handle: Mol, kind: "molecule" | "smarts") {
    this.kit = kit;
    this.kind = kind;
    this.atomCount = handle.get_num_atoms();
    this.#handle = handle;
  }

  get handle(): Mol {
    if (this.#handle === null) throw new Error("a query was used after it had been closed");
    return this.#handle;
  }

  /** 2048 bits that every molecule with a match has set (see `patternFingerprint`). */
  get fingerprint(): Uint8Array {
    this.#fingerprint ??= patternFingerprint(this);
    return this.#fingerprint;
  }

  close(): void {
    if (this.#handle === null) return;
    this.kit.release(this.#handle);
    this.#handle = null;
  }

  [Symbol.dispose](): void {
    this.close();
  }
}

/**
 * Reads a substructure query: a molblock (query features kept), a SMILES or a SMARTS. A SMILES is taken as a molecule,
 * so that Kekulé and aromatic forms of a ring find the same compounds. A text that would be a radical as SMILES, such
 * as `[OH]` or `[#6]S`, is meant as SMARTS.
 */
export function parseQuery(kit: ChemKit, text: string): Result<QueryView, QinghaoError> {
  const structure = isMolblock(text) ? text : text.trim();
  if (structure === "") return err(chemErrors.create("structure.empty"));
  const atoms = tooLarge(structure, kit.maxAtoms);
  if (atoms !== null) return err(chemErrors.create("structure.too_large", { atoms, limit: kit.maxAtoms }));
  const molecule = kit.attempt((rdkit) => rdkit.get_mol(structure, '{"makeDummiesQueries":true,"mergeQueryHs":true}'));
  const log = kit.takeLog();
  if (molecule !== null && (isMolblock(structure) || !hasRadical(molecule)))
    return ok(new QueryView(kit, kit.acquired(molecule), "molecule"));
  const smarts = isMolblock(structure) ? null : kit.attempt((rdkit) => rdkit.get_qmol(structure));
  kit.takeLog();
  if (smarts !== null && smarts.get_num_atoms() > 0) {
    molecule?.delete();
    return ok(new QueryView(kit, kit.acquired(smarts), "smarts"));
  }
  smarts?.delete();
  if (molecule !== null) return ok(new QueryView(kit, kit.acquired(molecule), "molecule"));
  return err(chemErrors.create("query.invalid", { reason: explainFailure(structure, log).message.replace(/\.$/, "") }));
}

/**
 * Reads a SMARTS as nothing but SMARTS: `C` is an aliphatic carbon. The caller closes the query.
 * Errors: `chemistry.structure.empty`, `chemistry.structure.too_large`, `chemistry.query.invalid`
 */
export function parseSmartsQuery(kit: ChemKit, text: string): Result<QueryView, QinghaoError> {
  const smarts = text.trim();
  if (smarts === "") return err(chemErrors.create("structure.empty"));
  const atoms = tooLarge(smarts, kit.maxAtoms);
  if (atoms !== null) return err(chemErrors.create("structure.too_large", { atoms, limit: kit.maxAtoms }));
  const query = kit.attempt((rdkit) => rdkit.get_qmol(smarts));
  const log = kit.takeLog();
  if (query !== null && query.get_num_atoms() > 0) return ok(new QueryView(kit, kit.acquired(query), "smarts"));
  query?.delete();
  return err(chemErrors.create("query.invalid", { reason: explainFailure(smarts, log).message.replace(/\.$/, "") }));
}

const hasRadical = (molecule: Mol): boolean => /"nRad":[1-9]/.test(molecule.get_json());

/** The atoms of the first match of a query, in the order of the query's atoms; null where there is none. */
export function matchesQuery(mol: MolView, query: QueryView): { atoms: number[] } | null {
  const text = mol.kit.attempt(() => mol.handle.get_substruct_match(query.handle));
  if (text === null || text.length < 3) return null;
  return { atoms: (JSON.parse(text) as { atoms: number[] }).atoms };
}

/** Whether every bit of `part` is set in `whole`: false rules a match out, true does not promise one. */
export function containsBits(whole: Uint8Array, part: Uint8Array): boolean {
  for (let i = 0; i < part.length; i++) if ((part[i]! & ~whole[i]!) !== 0) return false;
  return true;
}
