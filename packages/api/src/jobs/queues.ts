import { compoundsTaskQueue } from "@qinghao/workflow-compounds/contract";
import { modellingCpuQueue, modellingGpuQueue, modellingTaskQueue } from "@qinghao/workflow-modelling/contract";
import { screeningCpuQueue, screeningGpuQueue, screeningTaskQueue } from "@qinghao/workflow-screening/contract";
import { trialMatchingTaskQueue } from "@qinghao/workflow-trial-matching/contract";
import type { QueueView } from "../schema.ts";
import type { Services } from "../services.ts";

type Kind = QueueView["kind"];
/** Every task queue that Qinghao uses, and what travels on it. */
export const taskQueues: readonly { queue: string; kind: Kind }[] = [
  { queue: compoundsTaskQueue, kind: "workflow" },
  { queue: compoundsTaskQueue, kind: "activity" },
  { queue: modellingTaskQueue, kind: "workflow" },
  { queue: modellingCpuQueue, kind: "activity" },
  { queue: modellingGpuQueue, kind: "activity" },
  { queue: screeningTaskQueue, kind: "workflow" },
  { queue: screeningCpuQueue, kind: "activity" },
  { queue: screeningGpuQueue, kind: "activity" },
  { queue: trialMatchingTaskQueue, kind: "workflow" },
];

const freshMs = 3000;
const remembered = new WeakMap<object, Map<string, { at: number; view: Promise<QueueView> }>>();

/** The state of one queue, asked at most once in 3 s however many pages watch. */
export function describeQueue(services: Services, queue: string, kind: Kind): Promise<QueueView> {
  const memory = remembered.get(services.env) ?? new Map<string, { at: number; view: Promise<QueueView> }>();
  remembered.set(services.env, memory);
  const key = `${kind} ${queue}`;
  const held = memory.get(key);
  if (held && services.now() - held.at < freshMs) return held.view;
  const view = ask(services, queue, kind);
  memory.set(key, { at: services.now(), view });
  return view;
}

async function ask(services: Services, queue: string, kind: Kind): Promise<QueueView> {
  const jobs = await services.jobs();
  const state = await jobs.queue(queue, kind);
  return {
    queue,
    kind,
    pollers: state.pollers,
    backlog: state.backlog,
    lastSeen: state.lastSeen?.toISOString() ?? null,
  };
}
