import type { CampaignStageInput } from "@qinghao/api/schema";
import type { FingerprintKind } from "@qinghao/chemistry/schema";

/** The form of one stage, every field as it is typed. */
export type StageDraft = { key: number; atMost: number | null } & (
  | { method: "property-filter"; preset: PresetId }
  | { method: "similarity"; actives: string; fingerprint: FingerprintKind; atLeast: number }
  | { method: "diversity"; picks: number }
);
export type MethodId = StageDraft["method"];

type Range = { descriptor: string; max: number } | { descriptor: string; min: number; max: number };
type Preset = { ranges: Range[]; violations: number };

export const presetIds = ["lipinski", "lead", "fragment"] as const;
export type PresetId = (typeof presetIds)[number];

/**
 * Rule of five: Lipinski et al. 1997, doi 10.1016/S0169-409X(96)00423-1. Lead-like: Teague et al. 1999,
 * doi 10.1002/(SICI)1521-3773(19991216)38:24<3743, limits as Hann and Oprea 2004, doi 10.1016/j.cbpa.2004.04.003, give
 * them. Rule of three: Congreve et al. 2003, doi 10.1016/S1359-6446(03)02831-9.
 */
export const presets: Record<PresetId, Preset> = {
  lipinski: {
    ranges: [
      { descriptor: "amw", max: 500 },
      { descriptor: "CrippenClogP", max: 5 },
      { descriptor: "lipinskiHBD", max: 5 },
      { descriptor: "lipinskiHBA", max: 10 },
    ],
    violations: 1,
  },
  lead: {
    ranges: [
      { descriptor: "amw", max: 460 },
      { descriptor: "CrippenClogP", min: -4, max: 4.2 },
      { descriptor: "NumRings", max: 4 },
      { descriptor: "NumRotatableBonds", max: 10 },
      { descriptor: "NumHBD", max: 5 },
      { descriptor: "NumHBA", max: 9 },
    ],
    violations: 0,
  },
  fragment: {
    ranges: [
      { descriptor: "amw", max: 300 },
      { descriptor: "CrippenClogP", max: 3 },
      { descriptor: "NumHBD", max: 3 },
      { descriptor: "NumHBA", max: 3 },
      { descriptor: "NumRotatableBonds", max: 3 },
    ],
    violations: 0,
  },
};

export const methodIds: readonly MethodId[] = ["property-filter", "similarity", "diversity"];

export function emptyStage(method: MethodId, key: number): StageDraft {
  const common = { key, atMost: null };
  if (method === "property-filter") return { ...common, method, preset: "lipinski" };
  if (method === "similarity") return { ...common, method, actives: "", fingerprint: "morgan2", atLeast: 0.4 };
  return { ...common, method, picks: 100 };
}

export const activesOf = (text: string): string[] => text.split(/\s*\n\s*/).filter((line) => line.trim() !== "");

/** What the API is told. */
export function stageInput(draft: StageDraft): CampaignStageInput {
  const keep = draft.atMost === null ? {} : { atMost: draft.atMost };
  return { method: draft.method, settings: settingsOf(draft), keep };
}

function settingsOf(draft: StageDraft): CampaignStageInput["settings"] {
  if (draft.method === "property-filter") {
    const { ranges, violations } = presets[draft.preset];
    return { ranges, violations };
  }
  if (draft.method === "similarity") {
    const { actives, fingerprint, atLeast } = draft;
    return { actives: activesOf(actives), fingerprint, atLeast };
  }
  return { picks: draft.picks };
}

/** Ligands a second on one core, of the order of magnitude: parsing takes most of it (`npm run bench -- descriptors`). */
const usualRate: Readonly<Record<MethodId, number>> = { "property-filter": 1500, similarity: 900, diversity: 900 };

/** Seconds that a campaign takes at the usual rates, when each stage gets as many as it can. */
export function secondsOf(stages: readonly StageDraft[], ligands: number): number {
  let incoming = ligands;
  let seconds = 0;
  for (const stage of stages) {
    seconds += incoming / usualRate[stage.method];
    incoming = Math.min(incoming, stage.atMost ?? incoming, stage.method === "diversity" ? stage.picks : incoming);
  }
  return seconds;
}
