import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { type ChemKit, standardise } from "@qinghao/chemistry";

/** Neutral parents (SMILES) of every so-manieth of the shared ten thousand ChEMBL molecules; null where there are none. */
export function chemblSample(kit: ChemKit, every: number): string[] | null {
  const file = path.join(import.meta.dirname, "../../../../shared/datasets/libraries/small/chembl_10k.smi");
  if (!existsSync(file)) {
    console.log(`skipped: ${file} is absent`);
    return null;
  }
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .filter((_, index) => index % every === 0)
    .flatMap((line) => {
      const parent = standardise(kit, line.split(/\s/)[0]!);
      return parent.ok ? [parent.value.smiles] : [];
    });
}
