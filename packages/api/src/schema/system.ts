import { z } from "zod";
import { sentenceSchema } from "./paging.ts";

export const serviceHealthSchema = z.object({
  name: z.enum(["postgres", "temporal", "artifacts", "weights", "knowledge"]),
  ok: z.boolean(),
  detail: z.string().meta({ description: "Version or place when it is well, what is wrong when it is not" }),
  millis: z.number().nonnegative(),
});
export const healthSchema = z.object({
  ok: z.boolean(),
  version: z.string(),
  services: z.array(serviceHealthSchema),
});
export type HealthView = z.infer<typeof healthSchema>;

export const queueSchema = z.object({
  queue: z.string(),
  kind: z.enum(["workflow", "activity"]),
  pollers: z.number().int().meta({ description: "Workers that asked for work within the last minutes" }),
  backlog: z.number().int().nullable().meta({ description: "Tasks that wait, where the server says" }),
  lastSeen: z.string().nullable(),
});
export const queuesSchema = z.object({ reachable: z.boolean(), queues: z.array(queueSchema) });
export type QueueView = z.infer<typeof queueSchema>;

export const backendsSchema = z.object({
  backends: z.array(
    z.object({
      name: z.string(),
      available: z.boolean(),
      kind: z.enum(["cpu", "gpu"]).nullable(),
      device: z.string().nullable(),
      reason: sentenceSchema.nullable().meta({ description: "Why it is not available, and what to do" }),
    }),
  ),
});
