import { router } from "../../trpc.ts";
import { explainPrediction } from "./explain.ts";
import { predictNow } from "./now.ts";

export const predictionsRouter = router({ now: predictNow, explain: explainPrediction });
