import { and, asc, desc, eq, sql } from "drizzle-orm";
import { type Database, query, transaction } from "../../database.ts";
import { dbErrors } from "../../errors.ts";
import { guarded } from "../../guard.ts";
import { storableJson } from "../../storable-text.ts";
import { type CandidateStatus, nextStatuses, type StoredVerdict } from "../schema.ts";
import { candidate, candidateEvent, judgement, siteTrial } from "../tables/index.ts";

export type SiteTrial = typeof siteTrial.$inferSelect;
export type Candidate = typeof candidate.$inferSelect;
export type CandidateEvent = typeof candidateEvent.$inferSelect;
export type Judgement = typeof judgement.$inferSelect;

/** Stores the criteria that this hospital screens by; a new version replaces the former and is matched anew. */
export async function putSiteTrial(
  db: Database,
  values: { id: string; title: string; version: number; hash: string; criteria: unknown; asOf: string },
): Promise<void> {
  const { id: _, ...rest } = values;
  await guarded(() =>
    db.orm
      .insert(siteTrial)
      .values(values)
      .onConflictDoUpdate({
        target: siteTrial.id,
        set: {
          ...rest,
          isOpen: true,
          matchedVersion: sql`case when ${siteTrial.hash} = ${values.hash} and ${siteTrial.asOf} = ${values.asOf}
            then ${siteTrial.matchedVersion} else 0 end`,
        },
      }),
  );
}

export const listSiteTrials = (db: Database): Promise<SiteTrial[]> =>
  guarded(async () => db.orm.select().from(siteTrial).orderBy(desc(siteTrial.createdAt)));

export const setMatched = (db: Database, id: string, version: number): Promise<void> =>
  guarded(async () => {
    await db.orm.update(siteTrial).set({ matchedVersion: version }).where(eq(siteTrial.id, id));
  });

export type Match = {
  patient: number;
  key: string;
  eligible: "yes" | "unknown" | "no";
  score: number;
  verdicts: StoredVerdict[];
  version: number;
};

/**
 * Brings the list to what matching found. Patients who fit are added; those who are on it are updated, and stay with
 * what people decided even where they fit no longer.
 */
export async function storeMatches(
  db: Database,
  trial: { id: string; hash: string },
  matches: readonly Match[],
): Promise<void> {
  for (let at = 0; at < matches.length; at += 200) {
    const batch = storableJson(matches.slice(at, at + 200));
    await query(
      db.orm,
      sql`insert into candidate (trial, patient, key, eligible, score, verdicts, version, criteria_hash)
        select ${trial.id}, t.patient, t.key, t.eligible, t.score, t.verdicts, t.version, ${trial.hash}
        from jsonb_to_recordset(${batch}::jsonb)
          as t(patient int, key text, eligible text, score float8, verdicts jsonb, version int)
        where t.eligible <> 'no'
          or exists (select 1 from candidate c where c.trial = ${trial.id} and c.patient = t.patient)
        on conflict (trial, patient) do update set eligible = excluded.eligible, score = excluded.score,
          verdicts = excluded.verdicts, version = excluded.version, criteria_hash = excluded.criteria_hash,
          updated_at = now()`,
    );
  }
}

export type CandidatePage = { total: number; rows: Candidate[]; byStatus: Partial<Record<CandidateStatus, number>> };

/** Candidates of a trial, the best match first. */
export async function listCandidates(
  db: Database,
  trial: string,
  page: { status: CandidateStatus | null; offset: number; limit: number },
): Promise<CandidatePage> {
  const counts = await query<{ status: CandidateStatus; n: number }>(
    db.orm,
    sql`select status, count(*)::int as n from candidate where trial = ${trial} group by status`,
  );
  const byStatus = Object.fromEntries(counts.map(({ status, n }) => [status, n]));
  const where = and(eq(candidate.trial, trial), page.status === null ? undefined : eq(candidate.status, page.status));
  const rows = await guarded(async () =>
    db.orm
      .select()
      .from(candidate)
      .where(where)
      .orderBy(desc(candidate.score), asc(candidate.key))
      .limit(page.limit)
      .offset(page.offset),
  );
  const total = page.status === null ? counts.reduce((all, { n }) => all + n, 0) : (byStatus[page.status] ?? 0);
  return { total, rows, byStatus };
}

/** Patients of a trial's list, with the form of the record that each was matched on. */
export async function listListed(db: Database, trial: string): Promise<{ patient: number; version: number }[]> {
  const { patient, version } = candidate;
  return guarded(async () => db.orm.select({ patient, version }).from(candidate).where(eq(candidate.trial, trial)));
}

export type CandidateDetail = { candidate: Candidate; events: CandidateEvent[]; judgements: Judgement[] };

/** Throws `db.candidate.missing`. */
export async function getCandidate(db: Database, trial: string, patient: number): Promise<CandidateDetail> {
  return guarded(async () => {
    const found = await db.orm
      .select()
      .from(candidate)
      .where(and(eq(candidate.trial, trial), eq(candidate.patient, patient)));
    if (found[0] === undefined) throw dbErrors.create("candidate.missing");
    const events = await db.orm
      .select()
      .from(candidateEvent)
      .where(and(eq(candidateEvent.trial, trial), eq(candidateEvent.patient, patient)))
      .orderBy(asc(candidateEvent.seq));
    const judgements = await db.orm
      .select()
      .from(judgement)
      .where(and(eq(judgement.trial, trial), eq(judgement.patient, patient)))
      .orderBy(asc(judgement.reader));
    return { candidate: found[0], events, judgements };
  });
}

/** Moves a candidate on and writes down who did and why. Throws `db.candidate.step`, `db.candidate.missing`. */
export async function moveCandidate(
  db: Database,
  of: { trial: string; patient: number },
  step: { to: CandidateStatus; person: string; text: string },
): Promise<void> {
  await transaction(db, async (tx) => {
    const here = and(eq(candidate.trial, of.trial), eq(candidate.patient, of.patient));
    const found = await tx.select({ status: candidate.status }).from(candidate).where(here).for("update");
    if (found[0] === undefined) throw dbErrors.create("candidate.missing");
    const from = found[0].status;
    if (!nextStatuses[from].includes(step.to)) throw dbErrors.create("candidate.step", { from, to: step.to });
    await tx.update(candidate).set({ status: step.to, updatedAt: sql`now()` }).where(here);
    await tx.insert(candidateEvent).values({ ...of, kind: "status", from, ...step });
  });
}

export async function addNote(
  db: Database,
  of: { trial: string; patient: number },
  note: { person: string; text: string },
): Promise<void> {
  await guarded(() => db.orm.insert(candidateEvent).values({ ...of, kind: "note", ...note }));
}

/** Stores what a reader says of a criterion; saying it again replaces what they said. */
export async function setJudgement(
  db: Database,
  values: { trial: string; patient: number; criterion: string; reader: string; verdict: Judgement["verdict"] },
): Promise<void> {
  const { trial, patient, criterion, reader } = judgement;
  await guarded(() =>
    db.orm
      .insert(judgement)
      .values(values)
      .onConflictDoUpdate({
        target: [trial, patient, criterion, reader],
        set: { verdict: values.verdict, at: sql`now()` },
      }),
  );
}

/** Every judgement on a trial's candidates. */
export const listJudgements = (db: Database, trial: string): Promise<Judgement[]> =>
  guarded(async () => db.orm.select().from(judgement).where(eq(judgement.trial, trial)));

/** Every event of a trial's candidates in the order they happened. */
export const listEvents = (db: Database, trial: string): Promise<CandidateEvent[]> =>
  guarded(async () =>
    db.orm.select().from(candidateEvent).where(eq(candidateEvent.trial, trial)).orderBy(asc(candidateEvent.seq)),
  );
