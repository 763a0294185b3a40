import type { Locale } from "./locale.ts";
import enCompounds from "./messages/en/compounds.json" with { type: "json" };
import enDesign from "./messages/en/design.json" with { type: "json" };
import enFrame from "./messages/en/frame.json" with { type: "json" };
import enImport from "./messages/en/import.json" with { type: "json" };
import enKnowledge from "./messages/en/knowledge.json" with { type: "json" };
import enModels from "./messages/en/models.json" with { type: "json" };
import enProjects from "./messages/en/projects.json" with { type: "json" };
import enReceptors from "./messages/en/receptors.json" with { type: "json" };
import enRuns from "./messages/en/runs.json" with { type: "json" };
import enScreening from "./messages/en/screening.json" with { type: "json" };
import enSystem from "./messages/en/system.json" with { type: "json" };
import enTrials from "./messages/en/trials.json" with { type: "json" };
import zhCompounds from "./messages/zh/compounds.json" with { type: "json" };
import zhDesign from "./messages/zh/design.json" with { type: "json" };
import zhFrame from "./messages/zh/frame.json" with { type: "json" };
import zhImport from "./messages/zh/import.json" with { type: "json" };
import zhKnowledge from "./messages/zh/knowledge.json" with { type: "json" };
import zhModels from "./messages/zh/models.json" with { type: "json" };
import zhProjects from "./messages/zh/projects.json" with { type: "json" };
import zhReceptors from "./messages/zh/receptors.json" with { type: "json" };
import zhRuns from "./messages/zh/runs.json" with { type: "json" };
import zhScreening from "./messages/zh/screening.json" with { type: "json" };
import zhSystem from "./messages/zh/system.json" with { type: "json" };
import zhTrials from "./messages/zh/trials.json" with { type: "json" };

const en = {
  frame: enFrame,
  projects: enProjects,
  import: enImport,
  runs: enRuns,
  screening: enScreening,
  receptors: enReceptors,
  models: enModels,
  system: enSystem,
  design: enDesign,
  compounds: enCompounds,
  knowledge: enKnowledge,
  trials: enTrials,
};

/** Every sentence of the pages, by area. English is the shape that the other language is tested against. */
export type Messages = typeof en;

export const messages: Record<Locale, Messages> = {
  en,
  zh: {
    frame: zhFrame,
    projects: zhProjects,
    import: zhImport,
    runs: zhRuns,
    screening: zhScreening,
    receptors: zhReceptors,
    models: zhModels,
    system: zhSystem,
    design: zhDesign,
    compounds: zhCompounds,
    knowledge: zhKnowledge,
    trials: zhTrials,
  } as Messages,
};
