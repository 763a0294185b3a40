import { router } from "../../trpc.ts";
import { getCompound } from "./get.ts";
import { getCompoundHistory } from "./history.ts";
import { listCompounds } from "./list.ts";
import { lookupCompound } from "./lookup.ts";
import { registerCompound } from "./register.ts";

export const compoundsRouter = router({
  list: listCompounds,
  get: getCompound,
  register: registerCompound,
  lookup: lookupCompound,
  history: getCompoundHistory,
});
