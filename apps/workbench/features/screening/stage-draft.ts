import type { CampaignStageInput } from "@qinghao/api/schema";
import type { FingerprintKind } from "@qinghao/chemistry/schema";

/** The form of one stage, every field as it is typed; `atMost` is how many it keeps. */
export type StageDraft = { key: number; atMost: number | null } & (
  | { method: "property-filter"; preset: PresetId }
  | { method: "similarity"; actives: string; fingerprint: FingerprintKind; atLeast: number }
  | { method: "pharmacophore"; actives: string; fusion: "max" | "mean"; atLeast: number }
  | { method: "shape"; query: string; conformers: number; atLeast: number }
  | DockingDraft
  | { method: "rescoring"; receptor: string | null; requireValid: boolean; limit: number | null }
  | {
      method: "cluster-representatives";
      threshold: number;
      fingerprint: FingerprintKind;
      clustering: "butina" | "sphere-exclusion";
      each: number;
    }
  | { method: "diversity"; picks: number }
);
export type DockingDraft = {
  method: "docking";
  receptor: string | null;
  effort: EffortId;
  poses: number;
  /** Null: ligands are docked as they are drawn. */
  pH: number | null;
  stereoisomers: number;
  tautomers: number;
  /** Null: 8 for macrocycles, else 1. */
  ringConformers: number | null;
  /** kcal/mol; null: none. */
  limit: number | null;
  /** Null: every ligand is docked. */
  learning: LearningDraft | null;
};
/** Docks a share of the ligands, chosen by active learning. */
export type LearningDraft = { percent: number; batches: number };
export const usualLearning: LearningDraft = { percent: 20, batches: 10 };
export type MethodId = StageDraft["method"];

/** How hard docking searches, as AutoDock Vina counts exhaustiveness. */
export const efforts = { fast: 1, standard: 8, thorough: 16 } as const;
export type EffortId = keyof typeof efforts;
export const effortIds = Object.keys(efforts) as EffortId[];

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

export const methodIds: readonly MethodId[] = [
  "property-filter",
  "similarity",
  "pharmacophore",
  "shape",
  "docking",
  "rescoring",
  "cluster-representatives",
  "diversity",
];

/** A stage of a method with the usual settings. */
export function emptyStage(method: MethodId, key: number, receptor: string | null = null): StageDraft {
  const common = { key, atMost: null };
  switch (method) {
    case "property-filter":
      return { ...common, method, preset: "lipinski" };
    case "similarity":
      return { ...common, method, actives: "", fingerprint: "morgan2", atLeast: 0.4 };
    case "pharmacophore":
      return { ...common, method, actives: "", fusion: "max", atLeast: 0.4 };
    case "shape":
      return { ...common, method, query: "", conformers: 10, atLeast: 0.4 };
    case "docking":
      return {
        ...common,
        method,
        receptor,
        effort: "standard",
        poses: 5,
        pH: 7.4,
        stereoisomers: 2,
        tautomers: 1,
        ringConformers: null,
        limit: null,
        learning: null,
      };
    case "rescoring":
      return { ...common, method, receptor, requireValid: true, limit: null };
    case "cluster-representatives":
      return { ...common, method, threshold: 0.5, fingerprint: "morgan2", clustering: "butina", each: 1 };
    case "diversity":
      return { ...common, method, picks: 100 };
  }
}

export const activesOf = (text: string): string[] => text.split(/\s*\n\s*/).filter((line) => line.trim() !== "");

/** What a stage still needs before it can be sent; null: nothing. */
export function missingOf(
  draft: StageDraft,
  before: readonly StageDraft[],
): "actives" | "query" | "receptor" | "poses" | null {
  if (draft.method === "similarity" || draft.method === "pharmacophore")
    return activesOf(draft.actives).length === 0 ? "actives" : null;
  if (draft.method === "shape") return draft.query.trim() === "" ? "query" : null;
  if (draft.method === "docking") return draft.receptor === null ? "receptor" : null;
  if (draft.method !== "rescoring") return null;
  if (draft.receptor === null) return "receptor";
  return before.some(({ method }) => method === "docking") ? null : "poses";
}

/** What the API is told. */
export function stageInput(draft: StageDraft): CampaignStageInput {
  const keep = draft.atMost === null ? {} : { atMost: draft.atMost };
  return { method: draft.method, settings: settingsOf(draft), keep, ...selectionOf(draft) };
}

function settingsOf(draft: StageDraft): CampaignStageInput["settings"] {
  switch (draft.method) {
    case "property-filter": {
      const { ranges, violations } = presets[draft.preset];
      return { ranges, violations };
    }
    case "similarity":
      return { actives: activesOf(draft.actives), fingerprint: draft.fingerprint, atLeast: draft.atLeast };
    case "pharmacophore":
      return { actives: activesOf(draft.actives), fusion: draft.fusion, atLeast: draft.atLeast };
    case "shape":
      return { query: draft.query, conformers: draft.conformers, atLeast: draft.atLeast };
    case "docking": {
      const { receptor, effort, poses, pH, stereoisomers, tautomers, ringConformers } = draft;
      return {
        receptor,
        exhaustiveness: efforts[effort],
        poses,
        pH,
        stereoisomers,
        tautomers,
        ringConformers,
        ...limited(draft.limit),
      };
    }
    case "rescoring":
      return { receptor: draft.receptor, requireValid: draft.requireValid, ...limited(draft.limit) };
    case "cluster-representatives": {
      const { threshold, fingerprint, clustering, each } = draft;
      return { threshold, fingerprint, clustering, each };
    }
    case "diversity":
      return { picks: draft.picks };
  }
}

/** Left out where every ligand is scored. */
function selectionOf(draft: StageDraft): Pick<CampaignStageInput, "selection"> {
  if (draft.method !== "docking" || draft.learning === null) return {};
  const { percent, batches } = draft.learning;
  return { selection: { kind: "active-learning", fraction: percent / 100, batches } };
}

const limited = (limit: number | null): Record<string, number> => (limit === null ? {} : { atMost: limit });
