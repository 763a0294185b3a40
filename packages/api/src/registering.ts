import { type ChemKit, descriptorNames, descriptors, summarise, withStandardMolecule } from "@qinghao/chemistry";
import type { NewCompound } from "@qinghao/db";
import type { QinghaoError, Result } from "@qinghao/kernel";

/** A drawn or typed structure, standardised and measured, ready to be registered under `id`. */
export function newCompound(
  kit: ChemKit,
  given: { id: string; structure: string; name: string | null },
): Result<NewCompound, QinghaoError> {
  const read = withStandardMolecule(kit, given.structure, (mol, origin) => {
    const summary = summarise(mol, origin);
    if (!summary.ok) return summary;
    const values = descriptors(mol);
    const value = (name: (typeof descriptorNames)[number]) => values[descriptorNames.indexOf(name)]!;
    const { smiles, inchi, inchikey, formula, molWeight, heavyAtoms, changes } = summary.value;
    const compound: NewCompound = {
      id: given.id,
      name: given.name,
      smiles,
      inchi,
      inchikey,
      formula,
      molWeight,
      heavyAtoms,
      clogp: value("CrippenClogP"),
      tpsa: value("tpsa"),
      hbd: value("NumHBD"),
      hba: value("NumHBA"),
      rotatableBonds: value("NumRotatableBonds"),
      ringCount: value("NumRings"),
      fsp3: value("FractionCSP3"),
      toolkit: `RDKit ${kit.version}`,
      changes,
      originalText: given.structure,
      fields: {},
      row: null,
    };
    return { ok: true as const, value: compound };
  });
  return read.ok ? read.value : read;
}
