import { router } from "../../trpc.ts";
import { cancelImport } from "./cancel.ts";
import { getImport } from "./get.ts";
import { listImports } from "./list.ts";
import { previewImport } from "./preview.ts";
import { listRejects } from "./rejects.ts";
import { startImport } from "./start.ts";

export const importsRouter = router({
  preview: previewImport,
  start: startImport,
  get: getImport,
  list: listImports,
  cancel: cancelImport,
  rejects: listRejects,
});
