import { router } from "../../trpc.ts";
import { getEvaluation } from "./evaluation.ts";
import { getModel } from "./get.ts";
import { listModels } from "./list.ts";

export const modelsRouter = router({ list: listModels, get: getModel, evaluation: getEvaluation });
