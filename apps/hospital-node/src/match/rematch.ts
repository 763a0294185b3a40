import { excludedBy, type SignedCriteria, signedCriteriaSchema } from "@qinghao/data-space";
import type { Database } from "@qinghao/db";
import {
  getLoad,
  listChangedPatients,
  listListed,
  listRecords,
  listSiteTrials,
  putSiteTrial,
  type SiteTrial,
  setMatched,
  storeMatches,
} from "@qinghao/db/site";
import type { Terminology } from "@qinghao/trials";
import { type CompiledDocument, compileDocument } from "@qinghao/trials/evaluate";
import type { CriteriaDatabase } from "@qinghao/trials/node";
import { evaluateSite } from "../evaluate/evaluate-site.ts";
import { matchRecords } from "./match-records.ts";

export type Rematching = {
  db: Database;
  extract(): Promise<CriteriaDatabase>;
  terminology(): Promise<Terminology>;
  /** ISO 8601 date of today. */
  today(): string;
};

const recordsAtOnce = 250;

/** Brings the worklist of every open trial up to date. @returns how many patients were looked at */
export async function rematchAll(tools: Rematching, signal: AbortSignal): Promise<number> {
  let looked = 0;
  for (const trial of await listSiteTrials(tools.db)) {
    if (trial.isOpen) looked += await rematch(tools, trial, signal);
  }
  return looked;
}

/**
 * Matches what a trial has not seen yet: the records that changed since, or everybody where criteria or index date are
 * new. Of everybody, the fast engine says who can be left out, and the reference engine judges the others with evidence.
 */
export async function rematch(tools: Rematching, trial: SiteTrial, signal: AbortSignal): Promise<number> {
  const { db } = tools;
  const { version } = await getLoad(db);
  const today = tools.today();
  const asOf = [trial.asOf, today].toSorted().at(-1)!;
  const isNewDay = asOf !== trial.asOf;
  if (!isNewDay && trial.matchedVersion >= version) return 0;
  const criteria = signedCriteriaSchema.parse(trial.criteria);
  const document = compileDocument(criteria.document, await tools.terminology());
  const isWhole = isNewDay || trial.matchedVersion === 0;
  const looked = isWhole
    ? await matchEverybody(tools, trial, criteria, document, asOf, signal)
    : await matchPatients(tools, trial, document, asOf, await listChangedPatients(db, trial.matchedVersion), signal);
  if (isNewDay) {
    await putSiteTrial(db, { ...trial, asOf });
  }
  await setMatched(db, trial.id, version);
  return looked;
}

async function matchEverybody(
  tools: Rematching,
  trial: SiteTrial,
  criteria: SignedCriteria,
  document: CompiledDocument,
  asOf: string,
  signal: AbortSignal,
): Promise<number> {
  const { db } = tools;
  const ask = { counts: false, funnel: null, whatIf: false, loosened: [], nearMisses: null };
  const evaluation = await evaluateSite(
    { criteria, asOf, ask },
    await tools.extract(),
    await tools.terminology(),
    signal,
  );
  const listed = (await listListed(db, trial.id)).map(({ patient }) => patient);
  const left = evaluation.criteria.reduce(
    (people, criterion) => people.without(excludedBy(criterion)),
    evaluation.population.without(evaluation.dead),
  );
  return matchPatients(tools, trial, document, asOf, [...new Set([...left, ...listed])], signal);
}

/** Matches some patients, a few records at a time. */
async function matchPatients(
  { db }: Rematching,
  trial: SiteTrial,
  document: CompiledDocument,
  asOf: string,
  patients: readonly number[],
  signal: AbortSignal,
): Promise<number> {
  for (let at = 0; at < patients.length; at += recordsAtOnce) {
    signal.throwIfAborted();
    const records = await listRecords(db, patients.slice(at, at + recordsAtOnce));
    await storeMatches(db, trial, matchRecords(document, records, asOf));
  }
  return patients.length;
}
