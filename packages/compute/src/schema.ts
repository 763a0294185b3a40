import { z } from "zod";

/** The engines that tensors can run on. `tensorflow` is the native library, `webgpu` a graphics card, `wasm` and `cpu` run anywhere. */
export const backendNameSchema = z.enum(["tensorflow", "webgpu", "wasm", "cpu"]);
export type BackendName = z.infer<typeof backendNameSchema>;

/** A backend by name, or `auto` for the fastest one that is here. */
export const backendChoiceSchema = z.union([backendNameSchema, z.literal("auto")]);
export type BackendChoice = z.infer<typeof backendChoiceSchema>;

export const sentenceSchema = z.object({ en: z.string(), zh: z.string() });
export type Sentence = z.infer<typeof sentenceSchema>;

/** What was found when a backend was looked for. */
export const backendProbeSchema = z.object({
  name: backendNameSchema,
  available: z.boolean(),
  /** `gpu` only for real graphics hardware, never for a software rasteriser. */
  kind: z.enum(["cpu", "gpu"]).nullable(),
  /** Such as "TensorFlow 2.18.1 CPU" or "NVIDIA H100 (WebGPU)". */
  device: z.string().nullable(),
  /** Why it is not available, and what to do about it. */
  reason: z.string().nullable(),
  /** The same reason in both languages. */
  sentence: sentenceSchema.nullable(),
});
export type BackendProbe = z.infer<typeof backendProbeSchema>;

/** What a run keeps about the engine that computed it. */
export const backendRecordSchema = z.object({
  name: backendNameSchema,
  device: z.string(),
  kind: z.enum(["cpu", "gpu"]),
  /** Faster backends that were passed over, each with its reason. */
  passedOver: z.array(z.object({ name: backendNameSchema, reason: z.string() })),
});
export type BackendRecord = z.infer<typeof backendRecordSchema>;
