import type { CodeResolver } from "@qinghao/clinical";
import { ucumOf } from "@qinghao/clinical";
import { z } from "zod";
import type { Range } from "../criteria/ranges.schema.ts";
import type { Tree } from "../criteria/tree.schema.ts";
import { trialsErrors } from "../errors.ts";
import { addCriterion, addUnread, emptyTrial, type ImportedTrial } from "./imported-trial.ts";
import { plainText } from "./plain-text.ts";

const coding = z.object({ system: z.string().optional(), code: z.string().optional(), display: z.string().optional() });
const concept = z.object({ coding: z.array(coding).optional(), text: z.string().optional() });
type Concept = z.infer<typeof concept>;
const quantity = z.object({
  value: z.number().optional(),
  comparator: z.enum(["<", "<=", ">", ">="]).optional(),
  unit: z.string().optional(),
  code: z.string().optional(),
});
const characteristic = z.looseObject({
  code: concept,
  valueCodeableConcept: concept.optional(),
  valueBoolean: z.boolean().optional(),
  valueQuantity: quantity.optional(),
  valueRange: z.object({ low: quantity.optional(), high: quantity.optional() }).optional(),
  exclude: z.boolean().optional(),
  description: z.string().optional(),
});
type Characteristic = z.infer<typeof characteristic>;
const groupSchema = z.looseObject({
  resourceType: z.literal("Group"),
  id: z.string().optional(),
  name: z.string().optional(),
  description: z.string().optional(),
  characteristic: z.array(characteristic).optional(),
});
const studySchema = z.looseObject({
  resourceType: z.literal("ResearchStudy"),
  id: z.string().optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  identifier: z.array(z.object({ value: z.string().optional() })).optional(),
  condition: z.array(concept).optional(),
  focus: z.array(concept).optional(),
  phase: concept.optional(),
  enrollment: z.array(z.object({ reference: z.string().optional() })).optional(),
  contained: z.array(z.unknown()).optional(),
});

const ageCodes = new Set(["30525-0", "424144002", "397669002", "age"]);
const sexCodes = new Set(["263495000", "76689-9", "46098-0", "gender", "sex"]);

const wordsOf = (one: Concept | undefined): string =>
  one?.text ?? one?.coding?.[0]?.display ?? one?.coding?.[0]?.code ?? "";

/**
 * Reads a FHIR R4 ResearchStudy with its enrolment Group, or a Group alone, from a resource or a Bundle. A characteristic
 * whose code or value has no meaning here stays as text.
 * Errors: `trials.import.invalid`.
 */
export function importFhirTrial(file: unknown, resolver: CodeResolver): ImportedTrial {
  const resources = flatten(file);
  const study = resources.map((one) => studySchema.safeParse(one)).find(({ success }) => success)?.data;
  const groups = [...resources, ...(study?.contained ?? [])].flatMap((one) => {
    const parsed = groupSchema.safeParse(one);
    return parsed.success ? [parsed.data] : [];
  });
  if (study === undefined && groups.length === 0) {
    throw trialsErrors.create("import.invalid", {
      format: "FHIR ResearchStudy",
      where: "resource",
      problem: "holds neither a ResearchStudy nor a Group",
    });
  }
  const trial = emptyTrial("fhir");
  trial.id = study?.identifier?.[0]?.value ?? study?.id ?? groups[0]?.id ?? null;
  trial.title = study?.title ?? groups[0]?.name ?? null;
  trial.conditions = [...(study?.condition ?? []), ...(study?.focus ?? [])].map(wordsOf).filter((text) => text !== "");
  if (study?.phase !== undefined) trial.phases = [wordsOf(study.phase)];
  const wanted = new Set((study?.enrollment ?? []).map(({ reference }) => reference?.split(/[/#]/).at(-1)));
  const enrolment = groups.filter(({ id }) => wanted.size === 0 || wanted.has(id));
  for (const group of enrolment.length > 0 ? enrolment : groups) {
    for (const one of group.characteristic ?? []) addCharacteristic(trial, one, resolver);
    if ((group.characteristic ?? []).length === 0) addUnread(trial, plainText(group.description ?? ""));
  }
  if (trial.text === "") addUnread(trial, plainText(study?.description ?? ""));
  return trial;
}

function flatten(file: unknown): unknown[] {
  const bundle = file as { resourceType?: string; entry?: { resource?: unknown }[] } | null;
  return bundle?.resourceType === "Bundle" ? (bundle.entry ?? []).flatMap(({ resource }) => resource ?? []) : [file];
}

function addCharacteristic(trial: ImportedTrial, one: Characteristic, resolver: CodeResolver): void {
  const type = one.exclude === true ? "exclusion" : "inclusion";
  const line = one.description ?? `${wordsOf(one.code)}: ${valueWords(one)}`;
  const tree = treeOf(one, resolver);
  if (tree === null) {
    addCriterion(trial, type, line, { kind: "text", text: line }, [
      "The characteristic's code or value has no meaning here.",
    ]);
    return;
  }
  addCriterion(trial, type, line, one.valueBoolean === false ? { kind: "not", of: tree } : tree);
}

function valueWords(one: Characteristic): string {
  if (one.valueCodeableConcept) return wordsOf(one.valueCodeableConcept);
  if (one.valueBoolean !== undefined) return one.valueBoolean ? "yes" : "no";
  const quantityWords = (part: z.infer<typeof quantity> | undefined) =>
    part?.value === undefined ? "" : `${part.comparator ?? ""}${part.value} ${part.unit ?? part.code ?? ""}`.trim();
  if (one.valueQuantity) return quantityWords(one.valueQuantity);
  return `${quantityWords(one.valueRange?.low)} – ${quantityWords(one.valueRange?.high)}`;
}

function rangeOf(one: Characteristic): { range: Range; unit: string | null } | null {
  const unitOf = (part: z.infer<typeof quantity>) => ucumOf(part.unit ?? part.code ?? null, part.code);
  if (one.valueRange) {
    const { low, high } = one.valueRange;
    const range = {
      ...(low?.value === undefined ? {} : { min: low.value }),
      ...(high?.value === undefined ? {} : { max: high.value }),
    };
    const part = low ?? high;
    return part === undefined || Object.keys(range).length === 0 ? null : { range, unit: unitOf(part) };
  }
  const value = one.valueQuantity?.value;
  if (one.valueQuantity === undefined || value === undefined) return null;
  const ranges = {
    "<": { max: value, maxExclusive: true },
    "<=": { max: value },
    ">": { min: value, minExclusive: true },
    ">=": { min: value },
    "": { min: value, max: value },
  };
  return { range: ranges[one.valueQuantity.comparator ?? ""], unit: unitOf(one.valueQuantity) };
}

const ageUnits: Readonly<Record<string, "year" | "month" | "week" | "day">> = {
  a: "year",
  mo: "month",
  wk: "week",
  d: "day",
};

function treeOf(one: Characteristic, resolver: CodeResolver): Tree | null {
  const codes = (one.code.coding ?? []).map(({ code }) => code?.toLowerCase() ?? "");
  const numbers = rangeOf(one);
  const isNamed = (names: ReadonlySet<string>) =>
    codes.some((code) => names.has(code)) || names.has(one.code.text?.toLowerCase() ?? "");
  if (numbers !== null && isNamed(ageCodes)) {
    return { kind: "age", range: numbers.range, unit: ageUnits[numbers.unit ?? "a"] ?? "year" };
  }
  if (isNamed(sexCodes)) {
    const sex = (one.valueCodeableConcept?.coding?.[0]?.code ?? wordsOf(one.valueCodeableConcept)).toLowerCase();
    return sex === "female" || sex === "male" || sex === "other" ? { kind: "sex", is: [sex] } : null;
  }
  const asCodes = (from: Concept | undefined) =>
    (from?.coding ?? []).flatMap(({ system, code, display }) =>
      code === undefined ? [] : [{ system: system ?? "", code, ...(display === undefined ? {} : { display }) }],
    );
  if (numbers !== null) {
    const item = resolver.resolve(asCodes(one.code), "measurement");
    return item === null
      ? null
      : {
          kind: "measurement",
          item: { id: item.concept, en: wordsOf(one.code) },
          expression: { type: "value" },
          ...numbers,
        };
  }
  const coded = asCodes(one.valueCodeableConcept ?? one.code);
  for (const kind of ["condition", "drug", "procedure"] as const) {
    const found = resolver.resolve(coded, kind);
    if (found === null) continue;
    const set = { of: [{ id: found.concept, en: wordsOf(one.valueCodeableConcept ?? one.code) }] };
    return { kind, concepts: set };
  }
  return null;
}
