import { treatmentIntents } from "@qinghao/clinical";
import fc from "fast-check";
import type { Range } from "../../src/criteria/ranges.schema.ts";
import type { EventLeaf, Leaf } from "../../src/criteria/tree.schema.ts";
import { plannedWindow, randomCount, randomRange, randomWindow } from "./ranges.ts";
import { defined, diseases, drugs, labs, maybe, pick, procedures, scores, terms } from "./vocabulary.ts";

const timed = { when: maybe(randomWindow), world: maybe(pick(["open", "closed"] as const)) };
const counted = { ...timed, count: maybe(randomCount) };
const picked = { ...timed, pick: maybe(pick(["latest", "first", "any", "all", "lowest", "highest"] as const)) };
const setOf = (ids: readonly string[]) =>
  fc
    .record({ id: pick(ids), except: maybe(pick(ids)), descendants: maybe(fc.boolean()) })
    .map(({ id, except, descendants }) =>
      defined({ of: [{ id }], except: except === undefined ? undefined : [{ id: except }], descendants }),
    );
const leafOf = <L extends Leaf>(fields: { [K in keyof L]-?: fc.Arbitrary<L[K]> }): fc.Arbitrary<L> =>
  fc.record<L>(fields).map((one) => defined(one) as unknown as L);

const measured = pick(labs.slice(0, 9));
const measurementLeaf: fc.Arbitrary<Leaf> = fc
  .record({
    lab: measured,
    other: measured,
    fasting: fc.option(fc.boolean(), { nil: undefined, freq: 1 }),
    type: pick(["value", "value", "value", "ratio", "change", "relative", "upper", "lower"] as const),
    ...picked,
    seed: randomRange(0, 2),
  })
  .map(({ lab: [id, unit, scale], other: [to], type, seed, ...rest }): Leaf => {
    const scaled = (factor: number, range: Range): Range =>
      defined({
        ...range,
        min: range.min === undefined ? undefined : range.min * factor,
        max: range.max === undefined ? undefined : range.max * factor,
      });
    const own = { kind: "measurement" as const, item: { id }, ...rest };
    switch (type) {
      case "value":
        return defined({ ...own, expression: { type: "value" as const }, range: scaled(scale, seed), unit });
      case "ratio":
        return defined({ ...own, expression: { type: "ratio" as const, to: { id: to } }, range: seed, unit: null });
      case "change":
        return defined({
          ...own,
          expression: { type: "change" as const, relative: false },
          range: scaled(scale / 4, seed),
          unit,
        });
      case "relative":
        return defined({
          ...own,
          expression: { type: "change" as const, relative: true },
          range: scaled(50, seed),
          unit: null,
        });
      case "upper":
        return defined({ ...own, expression: { type: "times-upper-limit" as const }, range: seed, unit: null });
      default:
        return defined({ ...own, expression: { type: "times-lower-limit" as const }, range: seed, unit: null });
    }
  });

const randomIntents = fc.option(fc.subarray([...treatmentIntents], { minLength: 1, maxLength: 2 }), {
  nil: undefined,
  freq: 1,
});
const kindOnly = <K extends string>(kind: K) => fc.constant(kind);

const conditionLeaf = leafOf<Extract<Leaf, { kind: "condition" }>>({
  kind: kindOnly("condition"),
  concepts: setOf(diseases),
  status: maybe(pick(["ever", "active"] as const)),
  qualifiers: fc.option(fc.constant(["severe"]), { nil: undefined, freq: 1 }),
  ...counted,
});
const plannedLeaf: fc.Arbitrary<EventLeaf> = fc
  .record({
    kind: pick(["drug", "procedure"] as const),
    drug: setOf(drugs),
    procedure: setOf(procedures),
    intent: randomIntents,
    ...counted,
    when: maybe(plannedWindow),
  })
  .map(({ kind, drug, procedure, ...rest }) =>
    defined({ kind, status: "planned" as const, concepts: kind === "drug" ? drug : procedure, ...rest }),
  );
const drugLeaf = leafOf<Extract<Leaf, { kind: "drug" }>>({
  kind: kindOnly("drug"),
  concepts: setOf(drugs),
  status: maybe(pick(["ever", "current", "planned"] as const)),
  intent: randomIntents,
  dose: fc.option(fc.record({ range: randomRange(0, 40), unit: pick(["mg", "g"]) }), { nil: undefined, freq: 1 }),
  line: fc.option(randomRange(0, 4), { nil: undefined, freq: 1 }),
  ...counted,
});
const procedureLeaf = leafOf<Extract<Leaf, { kind: "procedure" }>>({
  kind: kindOnly("procedure"),
  concepts: setOf(procedures),
  status: maybe(fc.constant("planned" as const)),
  intent: randomIntents,
  ...counted,
});
const visitLeaf = leafOf<Extract<Leaf, { kind: "visit" }>>({
  kind: kindOnly("visit"),
  setting: pick(["inpatient", "outpatient", "any"] as const),
  ...counted,
});
const resultLeaf = leafOf<Extract<Leaf, { kind: "result" }>>({
  kind: kindOnly("result"),
  item: fc.constant({ id: "LAB:hbsag" }),
  is: pick([["positive"], ["negative", "equivocal"]] as ("positive" | "negative" | "equivocal")[][]),
  ...picked,
  pick: maybe(pick(["latest", "first", "any", "all"] as const)),
});
const stageLeaf = leafOf<Extract<Leaf, { kind: "stage" }>>({
  kind: kindOnly("stage"),
  concepts: maybe(setOf(diseases.slice(0, 4))),
  groups: maybe(pick([["III"], ["I", "IIIB"], ["IV"]])),
  t: fc.option(pick([["T4"], ["T1"]]), { nil: undefined, freq: 1 }),
  n: fc.constant(undefined),
  m: maybe(pick([["M0"], ["M1"]])),
  ...timed,
});
const variantLeaf = leafOf<Extract<Leaf, { kind: "variant" }>>({
  kind: kindOnly("variant"),
  gene: fc.constant({ id: "GENE:egfr" }),
  change: pick(["any", "mutation", "amplification", "fusion", "deletion", "expression", "wild-type"] as const),
  alterations: maybe(pick([["L858R"], ["EXON 19 DELETION", "T790M"]])),
  status: pick(["positive", "negative"] as const),
  level: fc.constant(undefined),
  ...timed,
});

/** A leaf of any kind. */
export const randomLeaf: fc.Arbitrary<Leaf> = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({ kind: kindOnly("age"), range: randomRange(18, 74), unit: pick(["year", "month"] as const) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: kindOnly("sex"),
      is: fc.subarray(["female", "male", "other"] as const, { minLength: 1 }).map((one) => [...one]),
    }),
  },
  { weight: 4, arbitrary: conditionLeaf },
  { weight: 4, arbitrary: drugLeaf },
  { weight: 8, arbitrary: measurementLeaf },
  { weight: 1, arbitrary: procedureLeaf },
  { weight: 2, arbitrary: plannedLeaf },
  { weight: 1, arbitrary: visitLeaf },
  { weight: 1, arbitrary: resultLeaf },
  { weight: 2, arbitrary: stageLeaf },
  { weight: 2, arbitrary: variantLeaf },
  {
    weight: 2,
    arbitrary: leafOf<Extract<Leaf, { kind: "score" }>>({
      kind: kindOnly("score"),
      score: pick(scores),
      range: randomRange(0, 100),
      ...picked,
    }),
  },
  {
    weight: 2,
    arbitrary: leafOf<Extract<Leaf, { kind: "ctcae" }>>({
      kind: kindOnly("ctcae"),
      term: pick(terms),
      grade: fc.record({ min: fc.integer({ min: 0, max: 2 }), max: fc.integer({ min: 2, max: 4 }) }),
      ...picked,
    }),
  },
  {
    weight: 1,
    arbitrary: leafOf<Extract<Leaf, { kind: "therapy-lines" }>>({
      kind: kindOnly("therapy-lines"),
      range: randomRange(0, 4),
      ...timed,
    }),
  },
  {
    weight: 1,
    arbitrary: leafOf<Extract<Leaf, { kind: "reproduction" }>>({
      kind: kindOnly("reproduction"),
      state: pick(["pregnant", "contraception"] as const),
      ...timed,
    }),
  },
  {
    weight: 1,
    arbitrary: leafOf<Extract<Leaf, { kind: "allergy" }>>({
      kind: kindOnly("allergy"),
      concepts: setOf(drugs),
      ...counted,
    }),
  },
  { weight: 1, arbitrary: fc.constant<Leaf>({ kind: "consent", to: "participate" }) },
  { weight: 1, arbitrary: fc.constant<Leaf>({ kind: "text", text: "in good health" }) },
);

/** A leaf that stands for dated events. */
export const eventLeaf: fc.Arbitrary<EventLeaf> = fc.oneof(
  conditionLeaf,
  drugLeaf,
  procedureLeaf,
  plannedLeaf,
  visitLeaf,
  resultLeaf,
  stageLeaf,
  variantLeaf,
  measurementLeaf as fc.Arbitrary<EventLeaf>,
);
