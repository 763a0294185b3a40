import { emptyStage, type StageDraft } from "./stage-draft.ts";

export const funnelIds = ["dock", "known-actives"] as const;
export type FunnelId = (typeof funnelIds)[number];

/** Stages to start from. Docking gets quicker stages before it and a short list after it. */
export function readyFunnel(id: FunnelId, receptor: string | null): StageDraft[] {
  if (id === "known-actives") return [emptyStage("property-filter", 1), emptyStage("similarity", 2)];
  const docking = (key: number) => emptyStage("docking", key, receptor) as Extract<StageDraft, { method: "docking" }>;
  return [
    emptyStage("property-filter", 1),
    { ...docking(2), effort: "fast", poses: 1, atMost: 1000 },
    { ...docking(3), effort: "thorough", atMost: 200 },
    emptyStage("rescoring", 4, receptor),
    { ...emptyStage("diversity", 5), picks: 50 } as StageDraft,
  ];
}
