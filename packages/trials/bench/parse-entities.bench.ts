import { writeBenchReport } from "@qinghao/testing";
import { type AnnotationType, annotate } from "../src/parse/annotate.ts";
import { type Counts, matched, openPacks, partOf, scores, stagedLines } from "./parse-data.ts";

// Entities of the Leaf Clinical Trials corpus (807 documents, brat stand-off) against `annotate`. Types of the corpus are
// brought to ours by `mapping`; types that have no counterpart are listed in `leftOut`. Strict: same span and type; relaxed:
// overlapping span and same type. Rules were written looking at documents of part 0 only; part 1 was only counted.

type Document = { nctId: string; batch: string; text: string; ann: string };
type Span = { start: number; end: number; type: string; text: string };

/** Corpus type -> class. Several of the corpus's types that our reader does not tell apart share a class. */
const mapping: Record<string, string> = {
  "Condition-Name": "condition or observation",
  "Allergy-Name": "drug",
  "Drug-Name": "drug",
  "Immunization-Name": "drug",
  "Procedure-Name": "procedure",
  "Observation-Name": "condition or observation",
  "Eq-Comparison": "comparison",
  Negation: "negation",
  Exception: "exception",
  Age: "age",
  "Life-Stage-And-Gender": "sex or life stage",
  Severity: "qualifier",
  Stability: "qualifier",
  Acuteness: "qualifier",
};
const leftOut =
  "Modifier, Eq-Value, Eq-Operator, Eq-Unit, Eq-Temporal-Unit, Eq-Temporal-Period, Eq-Temporal-Recency (parts of comparisons or single words), Assertion, Polarity, Study, Location, Encounter, Language, Family-Member, Contraindication, Allergy, Risk, Provider, Coreference, Indication, Ethnicity, Organism, Birth, Death, Specimen, Criteria-Count, Code, Insurance, Other; and the spans without -Name, which repeat those with it";

const ours: Partial<Record<AnnotationType, string>> = {
  condition: "condition or observation",
  state: "condition or observation",
  drug: "drug",
  procedure: "procedure",
  measurement: "condition or observation",
  value: "comparison",
  time: "comparison",
  status: "comparison",
  "life-stage": "sex or life stage",
  negation: "negation",
  exception: "exception",
  age: "age",
  sex: "sex or life stage",
  qualifier: "qualifier",
};

function goldSpans({ ann }: Document): Span[] {
  const spans: Span[] = [];
  for (const line of ann.split("\n")) {
    const found = /^T\d+\t(\S+) (\d+) (?:\d+;\d+ )*(\d+)\t(.*)$/.exec(line);
    if (found === null) continue;
    const type = mapping[found[1]!];
    if (type !== undefined) spans.push({ type, start: Number(found[2]), end: Number(found[3]), text: found[4]! });
  }
  const keys = new Set<string>();
  return spans.filter(({ type, start, end }) => {
    const key = `${type} ${start} ${end}`;
    if (keys.has(key)) return false;
    keys.add(key);
    return true;
  });
}

const isStrict = (a: Span, b: Span) => a.type === b.type && a.start === b.start && a.end === b.end;
const isRelaxed = (a: Span, b: Span) => a.type === b.type && a.start < b.end && b.start < a.end;

const knowledge = await openPacks();
const documents = stagedLines<Document>("lct_corpus.ndjson.gz");
const classes = [...new Set(Object.values(mapping))];

function measure(chosen: readonly Document[], list: Map<string, number> | null) {
  const counts = new Map<string, { strict: Counts; relaxed: Counts }>();
  const of = (type: string) => {
    const known = counts.get(type);
    if (known !== undefined) return known;
    const made = { strict: { found: 0, wanted: 0, right: 0 }, relaxed: { found: 0, wanted: 0, right: 0 } };
    counts.set(type, made);
    return made;
  };
  for (const document of chosen) {
    const gold = goldSpans(document);
    const own = annotate(document.text, { knowledge, lang: "en" }).flatMap(({ start, end, type, text }): Span[] => {
      const mapped = ours[type];
      return mapped === undefined ? [] : [{ start, end, type: mapped, text }];
    });
    for (const type of classes) {
      const wanted = gold.filter((one) => one.type === type);
      const found = own.filter((one) => one.type === type);
      const count = of(type);
      for (const [kind, isSame] of [
        ["strict", isStrict],
        ["relaxed", isRelaxed],
      ] as const) {
        count[kind].wanted += wanted.length;
        count[kind].found += found.length;
        count[kind].right += matched(found, wanted, isSame);
      }
      if (list === null) continue;
      for (const one of wanted)
        if (!found.some((own) => isRelaxed(own, one))) note(list, `miss ${type}: ${one.text.toLowerCase()}`);
      for (const one of found)
        if (!wanted.some((gold) => isRelaxed(gold, one))) note(list, `extra ${type}: ${one.text.toLowerCase()}`);
    }
  }
  const sum = (kind: "strict" | "relaxed") =>
    scores(
      [...counts.values()]
        .map((one) => one[kind])
        .reduce((a, b) => ({ found: a.found + b.found, wanted: a.wanted + b.wanted, right: a.right + b.right })),
    );
  return {
    documents: chosen.length,
    micro: { strict: sum("strict"), relaxed: sum("relaxed") },
    byType: Object.fromEntries(
      [...counts].map(([type, { strict, relaxed }]) => [type, { strict: scores(strict), relaxed: scores(relaxed) }]),
    ),
  };
}

const note = (list: Map<string, number>, key: string) => list.set(key, (list.get(key) ?? 0) + 1);
const part = (which: 0 | 1) => documents.filter(({ nctId }) => partOf(nctId) === which);
const list = process.argv.includes("--list") ? new Map<string, number>() : null;
const development = measure(part(0), list);
const report = { mapping, leftOut, development, heldOut: measure(part(1), null) };
if (list !== null)
  console.log(
    [...list]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 220)
      .map(([key, count]) => `${count} ${key}`)
      .join("\n"),
  );
for (const [name, one] of Object.entries({ development, heldOut: report.heldOut })) {
  console.log(
    name,
    "strict",
    one.micro.strict.f1,
    "relaxed",
    one.micro.relaxed.f1,
    JSON.stringify(
      Object.fromEntries(
        Object.entries(one.byType).map(([type, { strict, relaxed }]) => [
          type,
          [strict.f1, relaxed.precision, relaxed.recall],
        ]),
      ),
    ),
  );
}
if (!process.argv.includes("--dry")) writeBenchReport(import.meta.dirname, report, "parse-entities");
