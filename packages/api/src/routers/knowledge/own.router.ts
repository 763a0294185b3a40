import { router } from "../../trpc.ts";
import { addOwnKnowledge } from "./own/add.ts";
import { importOwnKnowledge } from "./own/import.ts";
import { listOwnKnowledge } from "./own/list.ts";
import { removeOwnKnowledge } from "./own/remove.ts";

/** What a project adds to the shipped knowledge. */
export const ownRouter = router({
  list: listOwnKnowledge,
  add: addOwnKnowledge,
  remove: removeOwnKnowledge,
  import: importOwnKnowledge,
});
