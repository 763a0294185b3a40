import { router } from "../trpc.ts";
import { campaignsRouter } from "./campaigns/campaigns.router.ts";
import { compoundsRouter } from "./compounds/compounds.router.ts";
import { importsRouter } from "./imports/imports.router.ts";
import { knowledgeRouter } from "./knowledge/knowledge.router.ts";
import { modelsRouter } from "./models/models.router.ts";
import { predictionsRouter } from "./predictions/predictions.router.ts";
import { projectsRouter } from "./projects/projects.router.ts";
import { receptorsRouter } from "./receptors/receptors.router.ts";
import { runsRouter } from "./runs/runs.router.ts";
import { searchesRouter } from "./searches/searches.router.ts";
import { systemRouter } from "./system/system.router.ts";
import { trialsRouter } from "./trials/trials.router.ts";

/** Every procedure of Qinghao; the same ones are REST under /api/v1. */
export const appRouter = router({
  projects: projectsRouter,
  imports: importsRouter,
  compounds: compoundsRouter,
  searches: searchesRouter,
  models: modelsRouter,
  predictions: predictionsRouter,
  runs: runsRouter,
  campaigns: campaignsRouter,
  receptors: receptorsRouter,
  knowledge: knowledgeRouter,
  trials: trialsRouter,
  system: systemRouter,
});
export type AppRouter = typeof appRouter;
