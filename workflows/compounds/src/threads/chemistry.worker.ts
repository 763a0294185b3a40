import { loadChemKit } from "@qinghao/chemistry/node";
import { serveThread } from "@qinghao/compute/node";
import { checkQuery, matchCandidates } from "./match-candidates.ts";
import { standardiseRows } from "./standardise-rows.ts";
import type { ChemistryOutput, ChemistryTask } from "./tasks.ts";

serveThread<null, ChemistryTask, ChemistryOutput>(async () => {
  const kit = await loadChemKit();
  return (task) => {
    if (task.kind === "standardise") return { kind: "standardise", outcomes: standardiseRows(kit, task.rows) };
    if (task.kind === "match") return matchCandidates(kit, task);
    if (task.query !== null) checkQuery(kit, task.query);
    return { kind: "toolkit", toolkit: `RDKit ${kit.version}` };
  };
});
