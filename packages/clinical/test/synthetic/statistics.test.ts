import { describe, expect, it } from "vitest";
import { completedUnits, exactDay, spanOf } from "../../src/dates.ts";
import type { Fact, PatientRecord } from "../../src/schema.ts";
import { dirtKinds, type Flavour, flavours, type GroundTruth, generateWithTruth } from "../../src/synthetic/index.ts";
import { PREVALENCE_AGES } from "../../src/synthetic/model/module.ts";
import { agePyramid } from "../../src/synthetic/tables/demography.ts";
import { historyDirt, quantityDirt } from "../../src/synthetic/tables/dirt.ts";
import { diseaseModules } from "../../src/synthetic/tables/diseases/index.ts";
import { labs } from "../../src/synthetic/tables/labs.ts";

const asOf = "2026-01-31";
const COUNT = 20_000;
type Person = { record: PatientRecord; truth: GroundTruth; age: number; sex: 0 | 1 };

function population(flavour: Flavour, dirt: number): Person[] {
  return [...generateWithTruth({ seed: 20_260_131, count: COUNT, flavour, asOf, dirt })].map(({ record, truth }) => {
    const age = completedUnits(spanOf(record.person.birth ?? "").lo, exactDay(asOf), "year");
    return { record, truth, age, sex: record.person.sex === "female" ? 0 : 1 };
  });
}

const clean = { cn: population("cn", 0), us: population("us", 0) };
const bandOf = (age: number) => PREVALENCE_AGES.findLastIndex((from) => age >= from);
const has = ({ truth }: Person, id: string, subtype?: string) =>
  truth.diseases.some((disease) => disease.id === id && (subtype === undefined || disease.subtype === subtype));

describe.each(flavours)("20,000 people, %s", (flavour) => {
  const people = clean[flavour];

  it("have the table's ages", () => {
    const pyramid = agePyramid[flavour];
    const total = pyramid.reduce((sum, share) => sum + share, 0);
    for (const [band, share] of pyramid.entries()) {
      const found = people.filter(({ age }) => Math.min(19, Math.floor(age / 5)) === band).length / COUNT;
      expect(Math.abs(found - share / total), `${band * 5} years`).toBeLessThan(
        4 * Math.sqrt(share / total / COUNT) + 0.001,
      );
    }
  });

  it.each(diseaseModules.map((module) => [module.id, module] as const))(
    "have the table's prevalence of %s",
    (id, module) => {
      const rows = module.prevalence[flavour];
      const able = people.filter(({ age }) => age > module.onset.minAge);
      const shares = able.map(({ age, sex }) => (sex === 0 ? rows.female : rows.male)[bandOf(age)]! / 100);
      const expected = shares.reduce((sum, share) => sum + share, 0);
      const deviation = Math.sqrt(shares.reduce((sum, share) => sum + share * (1 - share), 0));
      const found = able.filter((person) => has(person, id)).length;
      // Four standard deviations, and a tenth where risks of several diseases multiply.
      expect(Math.abs(found - expected), `${found} found, ${expected.toFixed(1)} expected`).toBeLessThan(
        4 * deviation + 0.1 * expected + 1,
      );
    },
  );

  it("die more often with heart failure or lung cancer than others of 60 and over", () => {
    const old = people.filter(({ age }) => age >= 60);
    const deadShare = (of: Person[]) => of.filter(({ record }) => record.person.death !== null).length / of.length;
    const others = deadShare(old.filter(({ truth }) => truth.diseases.length === 0));
    expect(others).toBeLessThan(0.25);
    for (const id of ["heart-failure", "lung-cancer"]) {
      const ill = old.filter((person) => has(person, id));
      expect(deadShare(ill), id).toBeGreaterThan(others);
    }
  });
});

function results(people: readonly Person[], lab: string): number[] {
  const of = (fact: Fact) =>
    fact.concept === `LAB:${lab}` && fact.value?.type === "quantity" && fact.value.comparator === undefined;
  return people.flatMap(({ record }) =>
    record.facts.filter(of).map((fact) => (fact.value?.type === "quantity" ? fact.value.canonical! : 0)),
  );
}
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("laboratory values of healthy adults", () => {
  const healthy = clean.cn.filter(({ age, truth }) => age >= 35 && age < 56 && truth.diseases.length === 0);
  const computed = new Set(["egfr", "qt-interval", "psa-total", "pd-l1-tps", "ki-67", "hcg"]);
  const checked = labs.filter(
    ({ id, canonical, detection }) => canonical !== null && detection === undefined && !computed.has(id),
  );

  it.each(checked.map((lab) => [lab.id, lab] as const))("%s has the table's mean", (id, lab) => {
    for (const sex of [0, 1] as const) {
      const values = results(
        healthy.filter((person) => person.sex === sex),
        id,
      );
      if (values.length < 40) continue;
      const spread = Math.hypot(lab.between, lab.within);
      const allowed = lab.mean[sex] * ((5 * spread) / Math.sqrt(values.length / 3) + Math.abs(lab.perDecade) + 0.01);
      expect(Math.abs(mean(values) - lab.mean[sex]), `${mean(values)} of ${values.length}`).toBeLessThan(allowed);
    }
  });
});

describe("diseases show in the laboratory", () => {
  const people = [...clean.cn, ...clean.us];
  const apart = (id: string, lab: string, subtype?: string) => {
    const ill = results(
      people.filter((person) => has(person, id, subtype)),
      lab,
    );
    const others = results(
      people.filter((person) => person.age > 40 && !has(person, id)),
      lab,
    );
    expect(ill.length, `${id} ${lab}`).toBeGreaterThan(15);
    return mean(ill) / mean(others);
  };
  it("creatinine and eGFR in kidney disease", () => {
    expect(apart("kidney-disease", "creatinine", "stage-3")).toBeGreaterThan(1.3);
    expect(apart("kidney-disease", "egfr", "stage-4")).toBeLessThan(0.5);
  });
  it("HbA1c in diabetes", () => expect(apart("type-2-diabetes", "hba1c", "poorly-controlled")).toBeGreaterThan(1.5));
  it("ejection fraction in heart failure", () =>
    expect(apart("heart-failure", "lvef", "reduced-ejection-fraction")).toBeLessThan(0.8));
  it("HBV DNA in hepatitis B", () => {
    const ill = people.filter((person) => has(person, "hepatitis-b", "viraemic"));
    expect(mean(results(ill, "hbv-dna"))).toBeGreaterThan(2000);
  });
  it("albumin and platelets in cirrhosis", () => {
    expect(apart("cirrhosis", "albumin")).toBeLessThan(0.95);
    expect(apart("cirrhosis", "platelets")).toBeLessThan(0.8);
  });
  it("blood pressure in hypertension", () => expect(apart("hypertension", "systolic-pressure")).toBeGreaterThan(1.08));
});

describe("dirt", () => {
  const dirty = { cn: population("cn", 1), us: population("us", 1) };

  it("of every kind is met in both flavours", () => {
    for (const flavour of flavours) {
      const met = new Set(dirty[flavour].flatMap(({ truth }) => truth.dirt.map(({ kind }) => kind)));
      expect(
        dirtKinds.filter((kind) => !met.has(kind)),
        flavour,
      ).toEqual([]);
    }
  });

  it("comes as often as its table says, and what it did can be seen in the fact it names", () => {
    const facts = new Map(dirty.cn.flatMap(({ record }) => record.facts.map((fact) => [fact.id, fact] as const)));
    const notes = dirty.cn.flatMap(({ truth }) => truth.dirt);
    const quantities = clean.cn
      .flatMap(({ record }) => record.facts)
      .filter(({ value, concept }) => value?.type === "quantity" && concept?.startsWith("LAB:")).length;
    for (const kind of [
      "missing-unit",
      "misspelled-unit",
      "local-code",
      "implausible-value",
      "missing-value",
    ] as const) {
      const share = quantityDirt.find(([name]) => name === kind)?.[1] ?? 0;
      const found = notes.filter((note) => note.kind === kind).length / quantities;
      expect(found / share, kind).toBeGreaterThan(0.8);
      expect(found / share, kind).toBeLessThan(1.25);
    }
    for (const { kind, fact: id, of } of notes) {
      const fact = id === null ? undefined : facts.get(id);
      if (kind === "missing-unit")
        expect(fact?.value).toMatchObject({ unit: null, canonical: null, unitState: "missing" });
      if (kind === "misspelled-unit")
        expect(fact?.value).toMatchObject({ ucum: null, canonical: null, unitState: "unknown" });
      if (kind === "local-code") expect(fact?.concept).toBeNull();
      if (kind === "future-date") expect((fact?.start ?? "") > asOf).toBe(true);
      if (kind === "missing-date") expect(fact?.start).toBeNull();
      if (kind === "free-text-result") expect(fact?.value?.type).toBe("text");
      if (kind === "contradiction")
        expect([fact?.assertion, facts.get(of ?? "")?.assertion, fact?.concept]).toEqual([
          "absent",
          "present",
          facts.get(of ?? "")?.concept,
        ]);
    }
    expect(historyDirt.length).toBeGreaterThan(0);
  });

  it("enters a person twice with the same events", () => {
    const twice = dirty.cn.flatMap(({ truth }) => truth.dirt.filter(({ kind }) => kind === "duplicate-person"));
    expect(twice.length / COUNT).toBeGreaterThan(0.003);
    expect(twice.length / COUNT).toBeLessThan(0.008);
    const byId = new Map(dirty.cn.map((person) => [person.record.person.id, person]));
    for (const { patient, of } of twice) {
      const [copy, original] = [byId.get(patient), byId.get(of ?? "")];
      if (original === undefined) throw new Error("the original is missing");
      expect(copy?.truth.diseases).toEqual(original.truth.diseases);
      expect(copy?.record.person.sex).toBe(original.record.person.sex);
    }
  });

  it("is absent where it is not wanted", () => expect(clean.us.flatMap(({ truth }) => truth.dirt)).toEqual([]));
});
