/** The two populations that can be generated. */
export const flavours = ["cn", "us"] as const;
export type Flavour = (typeof flavours)[number];

/** A code with its display: mainland ICD-10 for `cn`, ICD-10-CM for `us`. */
export type CodeRow = readonly [code: string, display: string];

/** Lower bounds (completed years) of the age bands that every prevalence row has a column for. */
export const PREVALENCE_AGES = [0, 18, 30, 40, 50, 60, 70, 80] as const;

/** Percent of people with the disease by age band. A band of 0 means never. */
export type PrevalenceRows = { readonly female: readonly number[]; readonly male: readonly number[] };

/** What a disease does to a laboratory item or vital sign: canonical value times `times`, then plus `add`. */
export type LabEffect = { readonly lab: string; readonly times?: number; readonly add?: number };

/** Drugs of which one is given to a share of patients. `days` bounds a course; without it the drug goes on. */
export type DrugRule = {
  readonly share: number;
  readonly oneOf: readonly (readonly [drug: string, weight: number])[];
  readonly days?: number;
  /** Years after onset at which it begins (mean of an exponential); 0 begins at once. */
  readonly afterYears?: number;
  readonly flavour?: Flavour;
};

export type ProcedureRule = { readonly procedure: string; readonly share: number; readonly afterDays: number };

/** A result in words (`RESULT:positive`) that most patients with the disease have. */
export type ResultRule = { readonly lab: string; readonly positive: number; readonly share: number };

export type ScoreRule = {
  readonly score: string;
  readonly values: readonly (readonly [value: number, weight: number])[];
};

/** One form or severity of a disease. */
export type Subtype = {
  readonly id: string;
  readonly weight: Readonly<Record<Flavour, number>>;
  readonly codes: Readonly<Record<Flavour, readonly CodeRow[]>>;
  readonly effects: readonly LabEffect[];
  readonly drugs?: readonly DrugRule[];
  readonly procedures?: readonly ProcedureRule[];
  readonly results?: readonly ResultRule[];
  readonly scores?: readonly ScoreRule[];
  /** Multiplies the yearly risk of death. */
  readonly hazard?: number;
};

/** A disease as data. Figures are rough on purpose and say where they come from. */
export type DiseaseModule = {
  readonly id: string;
  readonly source: string;
  readonly prevalence: Readonly<Record<Flavour, PrevalenceRows>>;
  /** How much commoner it is among people who seek a hospital. */
  readonly hospitalFactor: number;
  /** Relative risk with another module or with `smoking`; the table's prevalence is kept on average. */
  readonly risks?: readonly { readonly of: string; readonly times: number }[];
  readonly onset: { readonly minAge: number; readonly meanYears: number };
  /** Mean days until it resolves; without it the disease goes on. */
  readonly durationDays?: number;
  readonly visitsPerYear: number;
  readonly panels: readonly string[];
  readonly subtypes: readonly Subtype[];
  /** Share of patients for whom the first entry is recorded as suspected, some days before the diagnosis. */
  readonly suspectedFirst?: number;
  /** Share of everybody else for whom the record rules it out, or says that a relative has it. */
  readonly ruledOut?: number;
  readonly family?: number;
  readonly cancer?: CancerCourse;
};

export type StageRow = {
  readonly group: string;
  readonly weight: Readonly<Record<Flavour, number>>;
  readonly t: readonly string[];
  readonly n: readonly string[];
  readonly m: readonly string[];
  /** Risk of death per year. */
  readonly yearlyDeath: number;
  readonly ecog: readonly (readonly [value: number, weight: number])[];
};

/** A tested gene: share of tumours altered, and which alterations. `excludes` are drivers that it does not share a tumour with. */
export type GeneRow = {
  readonly gene: string;
  readonly altered: Readonly<Record<Flavour, number>>;
  readonly alterations: readonly (readonly [text: string, weight: number])[];
  readonly excludes?: readonly string[];
  readonly tested: number;
};

export type RegimenRow = {
  readonly drugs: readonly string[];
  readonly lines: readonly number[];
  readonly stages: readonly string[];
  readonly needs?: string;
  readonly without?: string;
  readonly weight: number;
  /** Median months until progression or end of a planned course. */
  readonly months: number;
  readonly flavour?: Flavour;
};

export type CancerCourse = {
  readonly stages: readonly StageRow[];
  readonly genes: readonly GeneRow[];
  /** Markers in words: share positive (`LAB:er-status`). */
  readonly markers: readonly { readonly lab: string; readonly positive: number; readonly tested: number }[];
  /** Percent scores such as PD-L1 TPS: share at 0, share 1 to 49, the rest from 50. */
  readonly scores: readonly {
    readonly lab: string;
    readonly zero: number;
    readonly low: number;
    readonly tested: number;
  }[];
  readonly regimens: readonly RegimenRow[];
  readonly surgery: {
    readonly procedures: readonly string[];
    readonly stages: readonly string[];
    readonly share: number;
  };
  readonly metastases: readonly Readonly<Record<Flavour, CodeRow>>[];
  readonly tumourMarkers: readonly LabEffect[];
};

/** Checks and freezes nothing: gives a table its type where it is written. */
export const defineModule = (module: DiseaseModule): DiseaseModule => module;
