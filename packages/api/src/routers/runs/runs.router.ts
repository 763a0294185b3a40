import { router } from "../../trpc.ts";
import { cancelRun } from "./cancel.ts";
import { listFailures } from "./failures.ts";
import { getRun } from "./get.ts";
import { listRuns } from "./list.ts";
import { startRun } from "./start.ts";

export const runsRouter = router({
  start: startRun,
  list: listRuns,
  get: getRun,
  cancel: cancelRun,
  failures: listFailures,
});
