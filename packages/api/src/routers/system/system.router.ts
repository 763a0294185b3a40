import { router } from "../../trpc.ts";
import { getBackends } from "./backends.ts";
import { getHealth } from "./health.ts";
import { getQueues } from "./queues.ts";

export const systemRouter = router({ health: getHealth, queues: getQueues, backends: getBackends });
