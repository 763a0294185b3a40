import type { CodeResolver } from "../resolver.ts";
import type { Code, Fact, FactValue, PartialDate, Provenance } from "../schema.ts";
import { fastingOfNames, itemWhenFasting } from "./fasting.ts";
import { isMarker, markerGeneOf, ownStateOf, scoreOf, stageCodes } from "./known-observations.ts";
import { readQuantity, type WrittenQuantity } from "./read-quantity.ts";
import { resultConceptOf } from "./result-words.ts";
import { stageConceptOf } from "./stage-words.ts";
import type { UnmappedCounter } from "./unmapped-counter.ts";

export type WrittenObservation = {
  id: string;
  patient: string;
  codes: Code[];
  start: PartialDate | null;
  quantity: WrittenQuantity | null;
  /** A coded answer, or the words of a textual one. */
  answer: Code[] | string | null;
  truth: boolean | null;
  possible: boolean;
  /** What a test of a gene found, where the source gives it beside the answer. */
  alteration?: string;
  /** The condition that the observation is about, where the source says so. */
  tumour?: string | null;
  /** Whether the sample was taken fasting, where the source says so beside the test's name. */
  fasting?: boolean | undefined;
  source: Provenance;
};

/**
 * Turns one observation, whatever standard it came in, into a fact: a stage, a tumour marker, a score, or a measurement.
 * Units and codes that cannot be mapped are counted; the fact is kept with what was written.
 */
export function factOfObservation(
  written: WrittenObservation,
  resolver: CodeResolver,
  unmapped: UnmappedCounter,
): Fact {
  const { id, patient, codes, start, source } = written;
  const base = {
    id,
    patient,
    codes,
    assertion: written.possible ? ("possible" as const) : ("present" as const),
    start,
    end: null,
    source,
  };
  const answerTexts = answerWords(written.answer);
  if (codes.some(({ code }) => stageCodes.has(code))) {
    const stage = answerTexts.map((text) => stageConceptOf(text)).find((concept) => concept !== null) ?? null;
    if (stage === null)
      unmapped.add("value", codes[0]?.system ?? "", codes[0]?.code ?? "", "stage not understood", codes[0]?.display);
    return {
      ...base,
      kind: "stage",
      concept: stage,
      via: stage === null ? "none" : "code",
      value: codeValue(written.answer, stage),
      ...(written.tumour == null ? {} : { tumour: written.tumour }),
    };
  }
  const own = ownStateOf(codes);
  if (own !== null) {
    const says = written.truth ?? (resultConceptOf(answerTexts) === "RESULT:negative" ? false : null);
    return {
      ...base,
      ...own,
      via: "code",
      assertion: says === false ? "absent" : base.assertion,
      value:
        written.quantity === null
          ? says === null
            ? null
            : { type: "boolean", value: says }
          : readQuantity(written.quantity, null),
    };
  }
  const score = scoreOf(codes);
  const resolved = score === null ? resolver.resolve(codes, "measurement") : { concept: score, via: "code" as const };
  const gene = markerGeneOf(codes, resolved?.concept ?? null) ?? testedGeneOf(codes, resolver);
  if (gene !== null && written.quantity === null) {
    const answer = resultConceptOf(answerTexts);
    if (answer === null)
      unmapped.add(
        "value",
        codes[0]?.system ?? "",
        codes[0]?.code ?? "",
        "result in words not understood",
        codes[0]?.display,
      );
    return {
      ...base,
      kind: "variant",
      concept: gene,
      via: "code",
      value: codeValue(written.answer, answer),
      ...(written.alteration === undefined ? {} : { alteration: written.alteration }),
    };
  }
  const code = codes[0];
  if (resolved === null && !isMarker(codes))
    unmapped.add("code", code?.system ?? "", code?.code ?? "", "no laboratory item", code?.display);
  const fasting = written.fasting ?? fastingOfNames(codes);
  const concept = resolved === null ? null : itemWhenFasting(resolved.concept, fasting);
  return {
    ...base,
    kind: "measurement",
    concept,
    via: resolved?.via ?? "none",
    value: readValue(written, concept, resolver, unmapped, answerTexts),
    ...(fasting === undefined ? {} : { fasting }),
  };
}

function readValue(
  written: WrittenObservation,
  concept: string | null,
  resolver: CodeResolver,
  unmapped: UnmappedCounter,
  answerTexts: readonly string[],
): FactValue | null {
  if (written.quantity !== null) {
    const quantity = readQuantity(written.quantity, concept === null ? null : resolver.labItem(concept));
    if (concept !== null && (quantity.unitState === "unknown" || quantity.unitState === "inconvertible"))
      unmapped.add(
        "unit",
        concept,
        quantity.unit ?? "",
        quantity.unitState === "unknown" ? "unit not understood" : "unit does not fit the item",
      );
    if (concept !== null && quantity.unitState === "missing") unmapped.add("unit", concept, "", "no unit");
    return quantity;
  }
  if (written.truth !== null) return { type: "boolean", value: written.truth };
  if (written.answer === null) return null;
  const answer = resultConceptOf(answerTexts);
  if (answer !== null || typeof written.answer !== "string") return codeValue(written.answer, answer);
  return { type: "text", text: written.answer };
}

/** A row whose code is a gene's is a test of that gene. */
function testedGeneOf(codes: readonly Code[], resolver: CodeResolver): string | null {
  const genes = codes.filter(({ system, code }) => /genenames|hgnc/i.test(system) || code.startsWith("HGNC:"));
  return genes.length === 0 ? null : (resolver.resolve(genes, "variant")?.concept ?? null);
}

const answerWords = (answer: Code[] | string | null): string[] =>
  answer === null
    ? []
    : typeof answer === "string"
      ? [answer]
      : answer.flatMap(({ code, display }) => [display ?? "", code]);

const codeValue = (answer: Code[] | string | null, concept: string | null): FactValue | null =>
  answer === null
    ? null
    : { type: "code", concept, codes: typeof answer === "string" ? [{ system: "text", code: answer }] : answer };
