import { smoking } from "../tables/demography.ts";
import { diseaseModules } from "../tables/diseases/index.ts";
import { labs, panels } from "../tables/labs.ts";
import { type CancerModel, compileCancer } from "./cancer-model.ts";
import {
  allergyTerms,
  consentTerm,
  type DrugTerm,
  diseaseTerm,
  drugTerms,
  procedureTerms,
  resultTerm,
  scoreTerm,
  smokingTerm,
  statusTerms,
  unmappedTwins,
  visitTerm,
} from "./clinical-terms.ts";
import { compileLabs, type LabModel } from "./lab-model.ts";
import { type Effects, type LookUp, makeEffects, required, type Setting } from "./look-up.ts";
import { type DiseaseModule, type DrugRule, type Flavour, PREVALENCE_AGES, type Subtype } from "./module.ts";
import { TermTable, type Weighted, weighted } from "./terms.ts";

export type DrugPlan = {
  readonly share: number;
  readonly drugs: Weighted<DrugTerm>;
  readonly days: number | null;
  readonly afterYears: number;
};

export type SubtypeModel = {
  readonly codes: Weighted<number>;
  readonly effects: Effects;
  readonly drugs: readonly DrugPlan[];
  readonly procedures: readonly { readonly term: number; readonly share: number; readonly afterDays: number }[];
  readonly results: readonly { readonly lab: number; readonly positive: number; readonly share: number }[];
  readonly scores: readonly { readonly term: number; readonly values: Weighted<number> }[];
  readonly hazard: number;
};

export type DiseaseModel = {
  readonly module: DiseaseModule;
  /** Share of people by sex (0 female, 1 male) and age band: `sex * 8 + band`. */
  readonly prevalence: Float64Array;
  /** Risks of other diseases (row) or smoking (-1), each with its own normaliser by sex and band. */
  readonly risks: readonly { readonly of: number; readonly times: number; readonly normaliser: Float64Array }[];
  readonly subtypes: Weighted<SubtypeModel>;
  readonly panels: readonly number[];
  readonly cancer: CancerModel | null;
};

/** Everything that drawing patients of a flavour needs, by number; made once. */
export type Model = {
  readonly flavour: Flavour;
  readonly setting: Setting;
  readonly terms: TermTable;
  readonly labs: LabModel;
  readonly panels: readonly (readonly number[])[];
  readonly panelPlaces: ReadonlyMap<string, number>;
  readonly diseases: readonly DiseaseModel[];
  readonly alterations: readonly string[];
  readonly drugs: ReadonlyMap<string, DrugTerm>;
  readonly procedures: ReadonlyMap<string, number>;
  readonly statuses: ReadonlyMap<string, number>;
  readonly smoking: number;
  readonly visits: readonly number[];
  readonly allergies: Weighted<number>;
  readonly consent: number;
  readonly ecog: number;
  readonly positive: number;
  readonly negative: number;
  readonly pregnancy: { readonly care: number; readonly birth: number };
  readonly underChemotherapy: Effects;
  /** Row of the terms that says the same under an unmapped code, by row; -1 without. */
  readonly unmapped: Int32Array;
};

const bands = PREVALENCE_AGES.length;
const models = new Map<string, Model>();

/** The compiled tables of a flavour. */
export function modelOf(flavour: Flavour, setting: Setting): Model {
  const key = `${flavour} ${setting}`;
  const found = models.get(key);
  if (found !== undefined) return found;
  const made = compile(flavour, setting);
  models.set(key, made);
  return made;
}

function compile(flavour: Flavour, setting: Setting): Model {
  const terms = new TermTable();
  const labModel = compileLabs(terms, flavour, labs);
  const drugs = drugTerms(terms, flavour);
  const procedures = procedureTerms(terms, flavour);
  const panelNames = Object.keys(panels);
  const panelPlaces = new Map(panelNames.map((name, place) => [name, place]));
  const alterations: string[] = [];
  const diseases: DiseaseModel[] = [];
  const lookUp: LookUp = { terms, flavour, setting, labs: labModel, drugs, procedures, panelPlaces, alterations };
  for (const module of diseaseModules) diseases.push(compileDisease(lookUp, module, diseases));
  const made = {
    flavour,
    setting,
    terms,
    labs: labModel,
    panels: panelNames.map((name) => (panels[name] ?? []).map((lab) => required(labModel.places, lab))),
    panelPlaces,
    diseases,
    alterations,
    drugs,
    procedures,
    statuses: statusTerms(terms, flavour),
    smoking: smokingTerm(terms, flavour),
    visits: [
      visitTerm(terms, flavour, "outpatient"),
      visitTerm(terms, flavour, "inpatient"),
      visitTerm(terms, flavour, "emergency"),
    ],
    allergies: weighted(allergyTerms(terms, flavour)),
    consent: consentTerm(terms, flavour),
    ecog: scoreTerm(terms, flavour, "ecog"),
    positive: resultTerm(terms, flavour, "positive"),
    negative: resultTerm(terms, flavour, "negative"),
    pregnancy: {
      care: diseaseTerm(
        terms,
        flavour,
        flavour === "cn"
          ? ["Z34.900", "正常妊娠监督"]
          : ["Z34.90", "Encounter for supervision of normal pregnancy, unspecified, unspecified trimester"],
      ),
      birth: diseaseTerm(
        terms,
        flavour,
        flavour === "cn" ? ["O80.900", "单胎顺产"] : ["O80", "Encounter for full-term uncomplicated delivery"],
      ),
    },
    underChemotherapy: makeEffects(labModel, [
      { lab: "neutrophils", times: 0.55 },
      { lab: "leukocytes", times: 0.6 },
      { lab: "platelets", times: 0.75 },
      { lab: "haemoglobin", add: -14 },
      { lab: "alt", times: 1.4 },
    ]),
  };
  // Last, when every term has its row.
  return { ...made, unmapped: unmappedTwins(terms) };
}

function compileDisease(lookUp: LookUp, module: DiseaseModule, before: readonly DiseaseModel[]): DiseaseModel {
  const { flavour, setting } = lookUp;
  const factor = setting === "hospital" ? module.hospitalFactor : 1;
  const rows = module.prevalence[flavour];
  const percent = [...rows.female, ...rows.male];
  if (percent.length !== 2 * bands) throw new Error(`${module.id}: a prevalence row needs ${bands} columns`);
  return {
    module,
    prevalence: Float64Array.from(percent, (value) => Math.min(0.95, (value / 100) * factor)),
    risks: (module.risks ?? []).map(({ of, times }) => {
      const place = of === "smoking" ? -1 : before.findIndex((other) => other.module.id === of);
      if (of !== "smoking" && place < 0) throw new Error(`${module.id}: its risk ${of} must stand before it`);
      const exposed = of === "smoking" ? smokingShare(flavour) : before[place]!.prevalence;
      return { of: place, times, normaliser: exposed.map((share) => 1 / (1 + share * (times - 1))) };
    }),
    subtypes: weighted(
      module.subtypes.map((subtype) => [compileSubtype(lookUp, subtype), subtype.weight[flavour]] as const),
    ),
    panels: module.panels.map((name) => required(lookUp.panelPlaces, name)),
    cancer: module.cancer === undefined ? null : compileCancer(lookUp, module.cancer),
  };
}

function smokingShare(flavour: Flavour): Float64Array {
  const share = (sex: "female" | "male") =>
    PREVALENCE_AGES.map((age) => (age < 18 ? 0 : smoking[flavour][sex].current / 100));
  return Float64Array.from([...share("female"), ...share("male")]);
}

function compileSubtype(lookUp: LookUp, subtype: Subtype): SubtypeModel {
  const { terms, flavour } = lookUp;
  return {
    codes: weighted(
      subtype.codes[flavour].map((row, place) => [diseaseTerm(terms, flavour, row), place === 0 ? 3 : 1] as const),
    ),
    effects: makeEffects(lookUp.labs, subtype.effects),
    drugs: (subtype.drugs ?? [])
      .filter((rule) => isOf(rule, flavour))
      .map((rule) => ({
        share: rule.share,
        drugs: weighted(rule.oneOf.map(([key, weight]) => [required(lookUp.drugs, key), weight] as const)),
        days: rule.days ?? null,
        afterYears: rule.afterYears ?? 0,
      })),
    procedures: (subtype.procedures ?? []).map(({ procedure, share, afterDays }) => ({
      term: required(lookUp.procedures, procedure),
      share,
      afterDays,
    })),
    results: (subtype.results ?? []).map(({ lab, positive, share }) => ({
      lab: required(lookUp.labs.places, lab),
      positive,
      share,
    })),
    scores: (subtype.scores ?? []).map(({ score, values }) => ({
      term: scoreTerm(terms, flavour, score),
      values: weighted(values),
    })),
    hazard: subtype.hazard ?? 1,
  };
}

const isOf = (rule: Pick<DrugRule, "flavour">, flavour: Flavour): boolean =>
  rule.flavour === undefined || rule.flavour === flavour;
