import { exactDay, type Fact, type PatientRecord } from "@qinghao/clinical";
import type { Language } from "../explain/words.ts";
import type { CompiledDocument } from "./compile-document.ts";
import { eligibilityOf, judgeCriterion, type PatientVerdicts } from "./evaluate-patient.ts";
import { prepareRecord } from "./prepared-record.ts";
import { indexTouches, type TouchIndex } from "./touches.ts";

/** What became different since verdicts were given. */
export type Change =
  /** Facts added, removed or changed (a changed one as it was and as it is); `person`: the person's row too. */
  | { readonly facts: readonly Pick<Fact, "kind" | "concept">[]; readonly person?: boolean }
  /** Criteria added or changed, by id; those that are gone need no naming. */
  | { readonly criteria: readonly string[] };

export type Reevaluation = PatientVerdicts & {
  /** Ids of the criteria that were evaluated again. */ readonly evaluated: readonly string[];
};

const indices = new WeakMap<CompiledDocument, TouchIndex>();

function indexOf(document: CompiledDocument): TouchIndex {
  let index = indices.get(document);
  if (index === undefined) {
    index = indexTouches(document);
    indices.set(document, index);
  }
  return index;
}

/**
 * Brings verdicts up to date: evaluates again only the criteria that the change touches, and takes the others over. Equal to
 * an evaluation from scratch at the same index date, with the same rules.
 * @param document the document as it is now
 * @param record the whole record as it is now
 */
export function reevaluate(
  previous: PatientVerdicts,
  change: Change,
  document: CompiledDocument,
  record: PatientRecord,
  options: { readonly language?: Language } = {},
): Reevaluation {
  const prepared = prepareRecord(record, exactDay(previous.asOf));
  const touched = touchedBy(change, document);
  const known = new Map(previous.verdicts.map((verdict) => [verdict.criterion, verdict]));
  const evaluated: string[] = [];
  const verdicts = document.criteria.map((compiled, number) => {
    const { id, type } = compiled.criterion;
    const before = known.get(id);
    if (before !== undefined && !touched.has(number)) return before.type === type ? before : { ...before, type };
    evaluated.push(id);
    return judgeCriterion(compiled, prepared, document, options.language);
  });
  const eligible = eligibilityOf(verdicts, prepared);
  return { patient: record.person.id, asOf: previous.asOf, verdicts, eligible, evaluated };
}

function touchedBy(change: Change, document: CompiledDocument): ReadonlySet<number> {
  const touched = new Set<number>();
  if ("criteria" in change) {
    const ids = new Set(change.criteria);
    document.criteria.forEach(({ criterion }, number) => {
      if (ids.has(criterion.id)) touched.add(number);
    });
    return touched;
  }
  const index = indexOf(document);
  if (change.person === true) for (const number of index.ofPerson) touched.add(number);
  for (const fact of change.facts) for (const number of index.ofFact(fact)) touched.add(number);
  return touched;
}
