import { loadChemKit } from "@qinghao/chemistry/node";
import { serveThread } from "@qinghao/compute/node";
import { type LigandOutcome, ligandMethod, readSettings } from "@qinghao/screening/methods";
import type { LigandAnswer, LigandTask } from "./tasks.ts";

type Score = (ligands: readonly string[]) => LigandOutcome[];

serveThread<null, LigandTask, LigandAnswer>(async () => {
  const kit = await loadChemKit();
  const toolkit = `RDKit ${kit.version}`;
  // The method that was asked for last stays open: a stage asks for the same again and again.
  let open: { key: string; score: Score } | null = null;
  return ({ method, settings, seed, ligands }) => {
    const key = JSON.stringify([method, settings, seed]);
    if (open?.key !== key) {
      const wanted = ligandMethod(method);
      open = { key, score: wanted.open(kit, readSettings(wanted, settings), seed) };
    }
    return { outcomes: open.score(ligands), toolkit };
  };
});
