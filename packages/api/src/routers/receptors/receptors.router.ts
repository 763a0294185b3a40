import { router } from "../../trpc.ts";
import { analysePose } from "./analyse-pose.ts";
import { getReceptor } from "./get.ts";
import { inspectReceptor } from "./inspect.ts";
import { listReceptors } from "./list.ts";
import { receptorPockets } from "./pockets.ts";
import { readPoses } from "./read-poses.ts";
import { registerReceptor } from "./register.ts";
import { removeReceptor } from "./remove.ts";
import { updateReceptor } from "./update.ts";

export const receptorsRouter = router({
  inspect: inspectReceptor,
  pockets: receptorPockets,
  register: registerReceptor,
  list: listReceptors,
  get: getReceptor,
  update: updateReceptor,
  remove: removeReceptor,
  readPoses,
  analysePose,
});
