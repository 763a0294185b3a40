import type { Rng } from "@qinghao/kernel";
import { type Attribute, type ColumnRef, type DomainName, domainNames, domainOf } from "../../src/circe/domains.ts";
import { type Cdm, numberOf, textOf } from "../../src/circe/engine/cdm.ts";

/** What random definitions ask about: the distinct values that the data holds, so that answers are not all empty. */
export type Pool = {
  readonly domains: readonly DomainName[];
  readonly numbers: (domain: DomainName, ref: ColumnRef) => readonly number[];
  readonly texts: (domain: DomainName, column: string) => readonly string[];
};

const tableOf = {
  person: "person",
  provider: "provider",
  visit: "visit_occurrence",
  "care-site": "care_site",
} as const;

/** The pool of a CDM: criterion types whose table has rows, and the values in their columns. */
export function poolOf(cdm: Cdm, without: readonly DomainName[] = []): Pool {
  const known = new Map<string, number[]>();
  return {
    domains: domainNames.filter((name) => cdm.rows(domainOf(name).table).length > 0 && !without.includes(name)),
    numbers: (domain, ref) => {
      const table = ref.from === "event" ? domainOf(domain).table : tableOf[ref.from];
      const key = `${table} ${ref.column}`;
      const values =
        known.get(key) ??
        [...new Set(cdm.rows(table).map((row) => numberOf(row, ref.column)))].filter((value) => value !== null).sort();
      known.set(key, values);
      return values;
    },
    texts: (domain, column) => cdm.rows(domainOf(domain).table).flatMap((row) => textOf(row, column) ?? []),
  };
}

/** Draws Circe cohort definitions that use every part of the format. */
export function randomDefinition(rng: Rng, pool: Pool, skipped: readonly string[] = []): unknown {
  const conceptSets: object[] = [];
  const chance = (share: number) => rng.next() < share;
  const pick = <T>(items: readonly T[]): T => items[rng.int(items.length)]!;
  const some = <T>(items: readonly T[], most: number): T[] =>
    items.length === 0 ? [] : Array.from({ length: 1 + rng.int(most) }, () => pick(items));
  const day = () => `${1995 + rng.int(28)}-0${1 + rng.int(9)}-${10 + rng.int(18)}`;

  const codeset = (ids: readonly number[]): number => {
    const items = ids.map((CONCEPT_ID) => ({ concept: { CONCEPT_ID }, isExcluded: chance(0.1) }));
    conceptSets.push({ id: conceptSets.length, name: `set ${conceptSets.length}`, expression: { items } });
    return conceptSets.length - 1;
  };

  const range = (value: () => number | string, extent: () => number | string) => {
    const op = pick(["lt", "lte", "eq", "gt", "gte", "bt"]);
    const negated = op === "bt" || op === "eq" ? chance(0.3) : false;
    const [low, high] = [value(), extent()].sort((a, b) => (a < b ? -1 : 1));
    return { Value: low, ...(op === "bt" ? { Extent: high } : {}), Op: `${negated ? "!" : ""}${op}` };
  };
  const numbers = (most: number) =>
    range(
      () => rng.int(most),
      () => rng.int(most),
    );

  const attribute = (domain: DomainName, field: string, spec: Attribute): unknown => {
    switch (spec.kind) {
      case "date":
        return range(day, day);
      case "age":
        return numbers(90);
      case "length":
        return numbers(60);
      case "ratio":
        return numbers(3);
      case "number": {
        const values = pool.numbers(domain, { from: "event", column: spec.column });
        const value = () => Math.round((values.length === 0 ? rng.int(20) : pick(values)) * 100) / 100;
        return range(value, value);
      }
      case "concepts":
        return some(pool.numbers(domain, spec.of), 3).map((CONCEPT_ID) => ({ CONCEPT_ID }));
      case "selection":
        return { CodesetId: codeset(some(pool.numbers(domain, spec.of), 3)), IsExclusion: chance(0.3) };
      case "codeset":
        return codeset(some(pool.numbers(domain, spec.of), 3));
      case "text": {
        const texts = pool.texts(domain, spec.column);
        const Text = (texts.length === 0 ? "a" : pick(texts)).replace(/[%_\\']/g, "").slice(0, 4) || "a";
        return { Text, Op: `${chance(0.3) ? "!" : ""}${pick(["contains", "startsWith", "endsWith"])}` };
      }
      case "abnormal":
      case "flag":
        return chance(0.5);
      default:
        throw new Error(`no random value for ${field}`);
    }
  };

  const query = (depth: number): object => {
    const name = pick(pool.domains);
    const domain = domainOf(name);
    const body: Record<string, unknown> = {};
    if (domain.concept !== null && chance(0.75)) {
      body.CodesetId = codeset(some(pool.numbers(name, { from: "event", column: domain.concept }), 12));
    }
    if (domain.source !== null && chance(0.05)) {
      body[domain.source.field] = codeset(
        some(pool.numbers(name, { from: "event", column: domain.source.column }), 12),
      );
    }
    for (const [field, spec] of Object.entries(domain.attributes)) {
      const inert = spec.kind === "inert-number" || spec.kind === "site-region";
      if (!inert && !skipped.includes(`${name}.${field}`) && chance(0.06)) body[field] = attribute(name, field, spec);
    }
    if (chance(0.2)) body.First = true;
    if (domain.period && chance(0.2)) body.UserDefinedPeriod = { StartDate: "2010-01-01", EndDate: "2012-01-01" };
    if (!skipped.includes(`${name}.DateAdjustment`) && chance(0.1)) {
      body.DateAdjustment = {
        StartWith: pick(["START_DATE", "END_DATE"]),
        StartOffset: rng.int(20) - 10,
        EndWith: pick(["START_DATE", "END_DATE"]),
        EndOffset: rng.int(20),
      };
    }
    if (depth > 0 && chance(0.15)) body.CorrelatedCriteria = group(depth - 1);
    return { [name]: body };
  };

  const endpoint = (Coeff: number) => (chance(0.3) ? { Coeff } : { Days: rng.int(400), Coeff });
  const window = () => ({
    Start: endpoint(chance(0.8) ? -1 : 1),
    End: endpoint(chance(0.8) ? 1 : -1),
    ...(chance(0.3) ? { UseIndexEnd: chance(0.7) } : {}),
    ...(chance(0.3) ? { UseEventEnd: chance(0.7) } : {}),
  });
  const occurrence = () => ({
    Type: rng.int(3),
    Count: rng.int(3),
    ...(chance(0.2)
      ? {
          IsDistinct: true,
          ...(chance(0.5) ? { CountColumn: pick(["START_DATE", "DOMAIN_CONCEPT", "VISIT_ID"]) } : {}),
        }
      : {}),
  });
  const correlated = (depth: number): object => {
    const count = occurrence();
    const Criteria = query(depth);
    const asked = Object.keys(Criteria)[0] as DomainName;
    const visitless = count.CountColumn === "VISIT_ID" && (asked === "VisitDetail" || !domainOf(asked).visit);
    return {
      Criteria,
      StartWindow: window(),
      ...(chance(0.2) ? { EndWindow: window() } : {}),
      Occurrence: visitless ? { ...count, CountColumn: "START_DATE" } : count,
      ...(chance(0.1) ? { RestrictVisit: true } : {}),
      ...(chance(0.2) ? { IgnoreObservationPeriod: true } : {}),
    };
  };
  const demographic = () => ({
    ...(chance(0.6) ? { Age: numbers(90) } : {}),
    ...(chance(0.4) ? { Gender: [{ CONCEPT_ID: pick([8507, 8532]) }] } : {}),
    ...(chance(0.2) ? { Race: [{ CONCEPT_ID: pick([8527, 8516, 8515]) }] } : {}),
    ...(chance(0.2) ? { OccurrenceStartDate: range(day, day) } : {}),
    ...(chance(0.1) ? { OccurrenceEndDate: range(day, day) } : {}),
  });
  function group(depth: number): object {
    const Type = pick(["ALL", "ALL", "ANY", "AT_LEAST", "AT_MOST"]);
    const askedPerson = chance(0.3) ? [demographic()] : [];
    return {
      Type,
      ...(Type.startsWith("AT_") ? { Count: rng.int(3) } : {}),
      CriteriaList: Array.from({ length: rng.int(3) }, () => correlated(depth)),
      DemographicCriteriaList: askedPerson.filter((asked) => Object.keys(asked).length > 0),
      Groups: depth > 0 && chance(0.3) ? [group(depth - 1)] : [],
    };
  }
  const limit = () => ({ Type: pick(["All", "All", "First", "Last"]) });
  const exit = () => {
    const kind = rng.int(3);
    if (kind === 0 || !pool.domains.includes("DrugExposure")) return {};
    if (kind === 1) {
      const DateField = pick(["StartDate", "EndDate"]);
      return { EndStrategy: { DateOffset: { DateField, Offset: rng.int(400) - 20 } } };
    }
    const DrugCodesetId = codeset(some(pool.numbers("DrugExposure", { from: "event", column: "drug_concept_id" }), 12));
    const override = chance(0.2) ? { DaysSupplyOverride: rng.int(60) } : {};
    return { EndStrategy: { CustomEra: { DrugCodesetId, GapDays: rng.int(90), Offset: rng.int(30), ...override } } };
  };
  const PrimaryCriteria = {
    // One criterion of a type: two could tie on date and record, and the format leaves open which comes first.
    CriteriaList: [
      ...new Map(
        Array.from({ length: 1 + rng.int(3) }, () => query(1)).map((one) => [Object.keys(one)[0], one]),
      ).values(),
    ],
    ObservationWindow: { PriorDays: chance(0.5) ? 0 : rng.int(365), PostDays: chance(0.7) ? 0 : rng.int(365) },
    PrimaryCriteriaLimit: limit(),
  };
  const rest = {
    ...(chance(0.3) ? { AdditionalCriteria: group(1) } : {}),
    QualifiedLimit: limit(),
    ExpressionLimit: limit(),
    InclusionRules: Array.from({ length: rng.int(4) }, (_, at) => ({ name: `rule ${at}`, expression: group(1) })),
    ...exit(),
    CensoringCriteria: chance(0.3) ? [query(0)] : [],
    CollapseSettings: { CollapseType: "ERA", EraPad: chance(0.5) ? 0 : rng.int(90) },
    CensorWindow: chance(0.15) ? { StartDate: "2005-01-01", ...(chance(0.5) ? { EndDate: "2015-01-01" } : {}) } : {},
  };
  return { ConceptSets: conceptSets, PrimaryCriteria, ...rest };
}
