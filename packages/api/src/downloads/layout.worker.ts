import { withMolecule } from "@qinghao/chemistry";
import { loadChemKit } from "@qinghao/chemistry/node";
import { serveThread } from "@qinghao/compute/node";
import type { LayoutOutput, LayoutTask } from "./layout-pool.ts";

/** A thread that lays molecules out for files, so that an export of a library never holds up another request. */
serveThread<undefined, LayoutTask, LayoutOutput>(async () => {
  const kit = await loadChemKit();
  return async (smiles) =>
    smiles.map((text) => {
      const molblock = withMolecule(kit, text, (mol) => mol.molblock);
      return molblock.ok ? molblock.value : null;
    });
});
