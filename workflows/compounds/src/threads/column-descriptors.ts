import { descriptorNames, descriptors, type MolView } from "@qinghao/chemistry";
import { compoundsErrors } from "../errors.ts";

const sources = {
  clogp: "CrippenClogP",
  tpsa: "tpsa",
  hbd: "NumHBD",
  hba: "NumHBA",
  rotatableBonds: "NumRotatableBonds",
  ringCount: "NumRings",
  fsp3: "FractionCSP3",
} as const satisfies Record<string, (typeof descriptorNames)[number]>;
type Column = keyof typeof sources;

const columns = Object.entries(sources).map(
  ([column, name]) => [column as Column, descriptorNames.indexOf(name)] as const,
);

/**
 * The descriptors that the compound table sorts and filters by; units as in the table `compounds`. Throws where the
 * toolkit gives none.
 */
export function columnDescriptors(mol: MolView): Record<Column, number> {
  const all = descriptors(mol);
  const found = Object.fromEntries(columns.map(([column, i]) => [column, all[i]])) as Record<Column, number>;
  if (!Object.values(found).every(Number.isFinite)) throw compoundsErrors.create("structure.no_descriptors");
  return found;
}
