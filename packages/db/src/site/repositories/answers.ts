import { asc, desc, eq, gt, sql } from "drizzle-orm";
import { type Database, type Executor, query, transaction } from "../../database.ts";
import { guarded } from "../../guard.ts";
import { answeredRun, logLine, rememberedSet, standingAnswer } from "../tables/index.ts";

export type StoredLine = typeof logLine.$inferSelect;
export type StoredSet = { people: Uint8Array; released: number; isAnchor: boolean };
export type StoredAnswer = { cells: Uint8Array[]; release: unknown };

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");

/**
 * Adds lines to the log, one writer at a time.
 * @param make the next line after the last one (null: the first)
 */
export async function appendLog(
  db: Database,
  make: (last: Pick<StoredLine, "seq" | "hash"> | null) => Promise<StoredLine>,
): Promise<StoredLine> {
  return transaction(db, (tx) => appendLine(tx, make));
}

async function appendLine(
  tx: Executor,
  make: (last: Pick<StoredLine, "seq" | "hash"> | null) => Promise<StoredLine>,
): Promise<StoredLine> {
  await query(tx, sql`select pg_advisory_xact_lock(hashtext('qinghao site log'))`);
  const { seq, hash } = logLine;
  const last = await tx.select({ seq, hash }).from(logLine).orderBy(desc(seq)).limit(1);
  const line = await make(last[0] ?? null);
  await tx.insert(logLine).values(line);
  return line;
}

/** Lines in their order, after line `after`. */
export const listLog = (db: Database, after = 0, limit = 1000): Promise<StoredLine[]> =>
  guarded(async () =>
    db.orm.select().from(logLine).where(gt(logLine.seq, after)).orderBy(asc(logLine.seq)).limit(limit),
  );

/** The newest lines, the newest first. */
export const listLatestLog = (db: Database, limit = 200): Promise<StoredLine[]> =>
  guarded(async () => db.orm.select().from(logLine).orderBy(desc(logLine.seq)).limit(limit));

/** What the release gate must know of earlier answers. */
export async function readMemory(
  db: Database,
  question: string,
): Promise<{ sets: StoredSet[]; standing: StoredAnswer | null }> {
  return guarded(async () => {
    const sets = await db.orm.select().from(rememberedSet).orderBy(asc(rememberedSet.seq));
    const found = await db.orm.select().from(standingAnswer).where(eq(standingAnswer.question, question));
    const standing = found[0];
    return {
      sets: sets.map(({ people, released, isAnchor }) => ({ people: new Uint8Array(people), released, isAnchor })),
      standing:
        standing === undefined
          ? null
          : {
              cells: standing.cells.map((cell) => new Uint8Array(Buffer.from(cell, "base64"))),
              release: standing.release,
            },
    };
  });
}

/** The release of a run that was answered before, null where it was not. */
export async function getAnswer(db: Database, run: string): Promise<unknown> {
  const rows = await guarded(async () => db.orm.select().from(answeredRun).where(eq(answeredRun.run, run)));
  return rows[0]?.release ?? null;
}

/**
 * Stores an answer in one transaction with its line of the log: nothing leaves that is not written down. One answer at a
 * time, so that none is made without the memory of the one before.
 * @param make works the answer out from the memory
 */
export async function storeAnswer<Release>(
  db: Database,
  of: { run: string; question: string },
  make: (memory: { sets: StoredSet[]; standing: StoredAnswer | null }) => {
    added: readonly StoredSet[];
    answer: StoredAnswer;
    line: (last: Pick<StoredLine, "seq" | "hash"> | null) => Promise<StoredLine>;
    release: (logHash: string) => Release;
  },
): Promise<Release> {
  return transaction(db, async (tx) => {
    await query(tx, sql`select pg_advisory_xact_lock(hashtext('qinghao site answers'))`);
    const made = make(await readMemory(db, of.question));
    if (made.added.length > 0) await tx.insert(rememberedSet).values([...made.added]);
    const cells = made.answer.cells.map(base64);
    const standing = { question: of.question, cells, release: made.answer.release };
    await tx
      .insert(standingAnswer)
      .values(standing)
      .onConflictDoUpdate({
        target: standingAnswer.question,
        set: { cells, release: made.answer.release, at: sql`now()` },
      });
    const line = await appendLine(tx, made.line);
    const release = made.release(line.hash);
    await tx.insert(answeredRun).values({ run: of.run, release });
    return release;
  });
}
