import { router } from "../../trpc.ts";
import { cancelSearch } from "./cancel.ts";
import { getSearch } from "./get.ts";
import { startSubstructureSearch } from "./substructure.ts";

export const searchesRouter = router({ substructure: startSubstructureSearch, get: getSearch, cancel: cancelSearch });
