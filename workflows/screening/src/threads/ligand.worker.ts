import { loadChemKit } from "@qinghao/chemistry/node";
import { serveThread } from "@qinghao/compute/node";
import { loadConformerKernel } from "@qinghao/docking/conformers/node";
import { ligandMethod, type OpenMethod, openFormMaker, openRescorer, readSettings } from "@qinghao/screening/methods";
import { expectScores, featuresOf, learnScores } from "./surrogate.ts";
import type { FormsTask, LigandAnswer, LigandTask, RescoreTask, ScoreTask } from "./tasks.ts";
import { clustersOf, printsOf } from "./triage.ts";

serveThread<null, LigandTask, LigandAnswer>(async () => {
  const kit = await loadChemKit();
  const toolkit = `RDKit ${kit.version}`;
  // The method that was asked for last stays open: a stage asks for the same again and again.
  let open: { key: string; score: OpenMethod } | null = null;
  const score = async ({ method, settings, seed, ligands }: ScoreTask): Promise<LigandAnswer> => {
    const key = JSON.stringify([method, settings, seed]);
    if (open?.key !== key) {
      const wanted = ligandMethod(method);
      open = { key, score: await wanted.open(kit, readSettings(wanted, settings), seed) };
    }
    return { kind: "score", outcomes: open.score(ligands), toolkit };
  };
  const forms = async ({ settings, seed, ligands }: FormsTask): Promise<LigandAnswer> => {
    const formsOf = openFormMaker(kit, await loadConformerKernel(), settings, seed);
    return { kind: "forms", forms: ligands.map(formsOf), toolkit };
  };
  const rescore = async ({ receptor, settings, ligands }: RescoreTask): Promise<LigandAnswer> => {
    return { kind: "score", outcomes: ligands.map(openRescorer(kit, receptor, settings)), toolkit };
  };
  return async (task) => {
    switch (task.kind) {
      case "score":
        return score(task);
      case "forms":
        return forms(task);
      case "rescore":
        return rescore(task);
      case "print":
        return { kind: "print", ...printsOf(kit, task.ligands, task.actives), toolkit };
      case "cluster":
        return { kind: "cluster", clusters: await clustersOf(task.ligands, task.threshold), toolkit };
      case "features":
        return { kind: "features", features: featuresOf(kit, task), toolkit };
      case "learn":
        return { kind: "learn", learned: learnScores(task), toolkit };
      case "expect":
        return { kind: "expect", expected: expectScores(task), toolkit };
    }
  };
});
