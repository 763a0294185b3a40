import type { Run } from "@qinghao/db";
import type { RunView } from "../schema.ts";
import { moment, momentOrNull } from "./moment.ts";

export const runView = (run: Run, waiting: RunView["waiting"] = null): RunView => ({
  id: run.id,
  projectId: run.projectId,
  endpoints: run.endpoints,
  scope: { kind: run.scope.kind },
  accelerator: run.accelerator,
  state: run.state,
  progress: run.progress,
  shards: { done: run.shardsDone, total: run.total === null ? null : run.shards },
  waiting,
  record: run.record ?? null,
  error: run.error ?? null,
  createdAt: moment(run.createdAt),
  startedAt: momentOrNull(run.startedAt),
  finishedAt: momentOrNull(run.finishedAt),
});
