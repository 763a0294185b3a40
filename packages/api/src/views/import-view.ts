import type { Import } from "@qinghao/db";
import type { ImportView } from "../schema.ts";
import { moment, momentOrNull } from "./moment.ts";

export const importView = (row: Import): ImportView => ({
  id: row.id,
  projectId: row.projectId,
  fileName: row.fileName,
  state: row.state,
  progress: row.progress,
  counts: { read: row.rowsRead, added: row.added, existed: row.present, rejected: row.rejected },
  repeatOf: row.repeatOf,
  error: row.error ?? null,
  createdAt: moment(row.createdAt),
  startedAt: momentOrNull(row.startedAt),
  finishedAt: momentOrNull(row.finishedAt),
});
