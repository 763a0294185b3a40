import { serveThread } from "@qinghao/compute/thread";
import { findPockets, prepareStructure } from "./prepare-structure.ts";
import type { StructureOutput, StructureTask } from "./structure-task.ts";

/** A thread that prepares structures: a large one takes longer than another request may wait. */
serveThread<undefined, StructureTask, StructureOutput>(
  () => (task) => (task.kind === "pockets" ? findPockets(task) : prepareStructure(task, task.write)),
);
