import { type DrugTerm, diseaseTerm, geneTerm, stageTerm, tnmTerm } from "./clinical-terms.ts";
import { type Effects, type LookUp, makeEffects, required } from "./look-up.ts";
import type { CancerCourse } from "./module.ts";
import { type Weighted, weighted } from "./terms.ts";

export type StageModel = {
  readonly group: string;
  readonly term: number;
  readonly t: readonly number[];
  readonly n: readonly number[];
  readonly m: readonly number[];
  readonly isMetastatic: boolean;
  readonly yearlyDeath: number;
  readonly ecog: Weighted<number>;
};

export type GeneModel = {
  readonly gene: string;
  readonly term: number;
  readonly altered: number;
  readonly tested: number;
  /** Rows of the model's alterations. */
  readonly alterations: Weighted<number>;
  readonly excludes: readonly string[];
};

export type RegimenModel = {
  readonly drugs: readonly DrugTerm[];
  readonly lines: readonly number[];
  readonly stages: readonly string[];
  readonly needs: string | null;
  readonly without: string | null;
  readonly weight: number;
  readonly months: number;
  readonly isInfused: boolean;
};

export type CancerModel = {
  readonly stages: Weighted<StageModel>;
  readonly genes: readonly GeneModel[];
  readonly markers: readonly { readonly lab: number; readonly positive: number; readonly tested: number }[];
  readonly scores: readonly {
    readonly lab: number;
    readonly zero: number;
    readonly low: number;
    readonly tested: number;
  }[];
  readonly regimens: readonly RegimenModel[];
  readonly surgery: { readonly terms: readonly number[]; readonly stages: readonly string[]; readonly share: number };
  readonly metastases: readonly number[];
  /** Tumour markers of early and of metastatic disease. */
  readonly early: Effects;
  readonly late: Effects;
  readonly chemotherapy: number;
};

/** Early tumours raise their markers by this power of the factor that metastatic ones have. */
const EARLY_POWER = 0.3;

export function compileCancer(lookUp: LookUp, course: CancerCourse): CancerModel {
  const { terms, flavour, labs, alterations } = lookUp;
  const alterationOf = (text: string): number => {
    const found = alterations.indexOf(text);
    return found >= 0 ? found : alterations.push(text) - 1;
  };
  const lab = (id: string) => required(labs.places, id);
  return {
    stages: weighted(
      course.stages.map((row) => [
        {
          group: row.group,
          term: stageTerm(terms, row.group),
          t: row.t.map((category) => tnmTerm(terms, category)),
          n: row.n.map((category) => tnmTerm(terms, category)),
          m: row.m.map((category) => tnmTerm(terms, category)),
          isMetastatic: row.m[0] !== "M0",
          yearlyDeath: row.yearlyDeath,
          ecog: weighted(row.ecog),
        },
        row.weight[flavour],
      ]),
    ),
    genes: course.genes.map((row) => ({
      gene: row.gene,
      term: geneTerm(terms, row.gene),
      altered: row.altered[flavour],
      tested: row.tested,
      alterations: weighted(row.alterations.map(([text, weight]) => [alterationOf(text), weight] as const)),
      excludes: row.excludes ?? [],
    })),
    markers: course.markers.map((row) => ({ ...row, lab: lab(row.lab) })),
    scores: course.scores.map((row) => ({ ...row, lab: lab(row.lab) })),
    regimens: course.regimens
      .filter((row) => row.flavour === undefined || row.flavour === flavour)
      .map((row) => {
        const drugs = row.drugs.map((key) => required(lookUp.drugs, key));
        return {
          drugs,
          lines: row.lines,
          stages: row.stages,
          needs: row.needs ?? null,
          without: row.without ?? null,
          weight: row.weight,
          months: row.months,
          isInfused: drugs.some((drug) => drug.mgPerDay === null),
        };
      }),
    surgery: {
      terms: course.surgery.procedures.map((key) => required(lookUp.procedures, key)),
      stages: course.surgery.stages,
      share: course.surgery.share,
    },
    metastases: course.metastases.map((row) => diseaseTerm(terms, flavour, row[flavour])),
    early: makeEffects(labs, course.tumourMarkers, EARLY_POWER),
    late: makeEffects(labs, course.tumourMarkers),
    chemotherapy: required(lookUp.procedures, "chemotherapy"),
  };
}
