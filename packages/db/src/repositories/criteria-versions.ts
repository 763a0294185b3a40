import type { CriteriaVersionId, TrialId } from "@qinghao/kernel";
import type { CriteriaDocument } from "@qinghao/trials/schema";
import { and, asc, desc, eq, inArray, ne, sql } from "drizzle-orm";
import { type Database, type Executor, query, transaction } from "../database.ts";
import { dbErrors } from "../errors.ts";
import { guarded } from "../guard.ts";
import { criteriaVersions, signOffs, trials } from "../tables/index.ts";
import type { CriterionReview } from "../trial.schema.ts";

export type SignOff = typeof signOffs.$inferSelect;
export type CriteriaVersion = typeof criteriaVersions.$inferSelect & { signOffs: SignOff[] };

/** People who must sign before a version may be run. */
export const signaturesNeeded = 2;

/** Starts the next version of a trial's criteria as a draft. Throws `db.trial.missing`. */
export async function createCriteriaVersion(
  db: Database,
  values: { id: CriteriaVersionId; trialId: TrialId; document: CriteriaDocument; base?: CriteriaDocument },
): Promise<CriteriaVersion> {
  const { id, trialId, document, base = document } = values;
  await transaction(db, async (tx) => {
    const touched = tx.update(trials).set({ updatedAt: sql`now()` }).where(eq(trials.id, trialId));
    if ((await touched.returning({ id: trials.id })).length === 0)
      throw dbErrors.create("trial.missing", { id: trialId });
    const rows = await query<{ next: number }>(
      tx,
      sql`select coalesce(max(version), 0) + 1 as next from criteria_versions where trial_id = ${trialId}`,
    );
    await tx.insert(criteriaVersions).values({ id, trialId, document, base, version: rows[0]!.next });
  });
  return getCriteriaVersion(db, id);
}

/** Throws `db.criteria.missing`. */
export const getCriteriaVersion = (db: Database, id: CriteriaVersionId): Promise<CriteriaVersion> =>
  guarded(() => versionOf(db.orm, id));

async function versionOf(on: Executor, id: CriteriaVersionId): Promise<CriteriaVersion> {
  const rows = await on.select().from(criteriaVersions).where(eq(criteriaVersions.id, id));
  if (rows[0] === undefined) throw dbErrors.create("criteria.missing", { id });
  return {
    ...rows[0],
    signOffs: await on.select().from(signOffs).where(eq(signOffs.versionId, id)).orderBy(asc(signOffs.at)),
  };
}

/** Versions of a trial, the newest first. */
export async function listCriteriaVersions(db: Database, trialId: TrialId): Promise<CriteriaVersion[]> {
  return guarded(async () => {
    const versions = await db.orm
      .select()
      .from(criteriaVersions)
      .where(eq(criteriaVersions.trialId, trialId))
      .orderBy(desc(criteriaVersions.version));
    const ids = versions.map(({ id }) => id);
    const signed =
      ids.length === 0
        ? []
        : await db.orm.select().from(signOffs).where(inArray(signOffs.versionId, ids)).orderBy(asc(signOffs.at));
    return versions.map((version) => ({
      ...version,
      signOffs: signed.filter((each) => each.versionId === version.id),
    }));
  });
}

/**
 * Stores an edited draft; signatures under the former text are void. Throws `db.criteria.signed`,
 * `db.criteria.changed` where `revision` is not the stored one, `db.criteria.missing`.
 */
export async function saveCriteriaDraft(
  db: Database,
  id: CriteriaVersionId,
  change: { revision: number; document: CriteriaDocument; reviews: Record<string, CriterionReview> },
): Promise<CriteriaVersion> {
  const { revision, document, reviews } = change;
  await transaction(db, async (tx) => {
    const before = await versionOf(tx, id);
    if (before.state !== "draft") throw dbErrors.create("criteria.signed", { version: before.version });
    const isSameText = JSON.stringify(before.document) === JSON.stringify(document);
    const rows = await tx
      .update(criteriaVersions)
      .set({ document, reviews, revision: revision + 1, updatedAt: sql`now()` })
      .where(and(eq(criteriaVersions.id, id), eq(criteriaVersions.revision, revision)))
      .returning({ id: criteriaVersions.id });
    if (rows.length === 0) throw dbErrors.create("criteria.changed");
    if (!isSameText) await tx.delete(signOffs).where(eq(signOffs.versionId, id));
  });
  return getCriteriaVersion(db, id);
}

/**
 * Puts a person's signature under the document whose checksum is `hash`. The second person's makes the version signed
 * and the trial's former one superseded. Throws `db.criteria.changed` where another text was signed before.
 */
export async function signCriteria(
  db: Database,
  id: CriteriaVersionId,
  signature: { person: string; hash: string; revision: number },
): Promise<CriteriaVersion> {
  const { person, hash, revision } = signature;
  await transaction(db, async (tx) => {
    const before = await versionOf(tx, id);
    if (before.state !== "draft") throw dbErrors.create("criteria.signed", { version: before.version });
    const isOther = before.signOffs.some((each) => each.hash !== hash);
    if (before.revision !== revision || isOther) throw dbErrors.create("criteria.changed");
    await tx.insert(signOffs).values({ versionId: id, person, hash }).onConflictDoNothing();
    const { signOffs: signed, trialId } = await versionOf(tx, id);
    if (signed.length < signaturesNeeded) return;
    const former = and(
      eq(criteriaVersions.trialId, trialId),
      ne(criteriaVersions.id, id),
      eq(criteriaVersions.state, "signed"),
    );
    await tx.update(criteriaVersions).set({ state: "superseded" }).where(former);
    await tx
      .update(criteriaVersions)
      .set({ state: "signed", updatedAt: sql`now()` })
      .where(eq(criteriaVersions.id, id));
  });
  return getCriteriaVersion(db, id);
}
