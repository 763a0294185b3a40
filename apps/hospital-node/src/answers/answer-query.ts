import {
  type LogEntry,
  nextLogLine,
  PersonSet,
  questionOf,
  type ReleasePolicy,
  type RememberedSet,
  releaseOf,
  type SiteEvaluation,
  type SiteQuery,
  type SiteRelease,
  type StandingAnswer,
  siteReleaseSchema,
} from "@qinghao/data-space";
import type { Database } from "@qinghao/db";
import { appendLog, getAnswer, type StoredLine, type StoredSet, storeAnswer } from "@qinghao/db/site";

/** Adds an entry to the node's log. */
export const writeLog = (db: Database, entry: LogEntry): Promise<StoredLine> =>
  appendLog(db, (last) => nextLogLine(last, new Date().toISOString(), entry));

/** What left the site in answer to a run, null where nothing has. */
export async function answerOfRun(db: Database, run: string): Promise<SiteRelease | null> {
  const release = await getAnswer(db, run);
  return release === null ? null : siteReleaseSchema.parse(release);
}

/** The one way out: the release gate with this site's memory, the line of the log, and the stored answer, all or none. */
export async function letOut(
  db: Database,
  site: { id: string; policy: ReleasePolicy },
  query: SiteQuery,
  evaluation: SiteEvaluation,
): Promise<SiteRelease> {
  const question = await questionOf(query);
  return storeAnswer(db, { run: query.run, question }, ({ sets, standing }) => {
    const memory = sets.map(toRemembered);
    const before = standing === null ? null : toStanding(standing);
    const { release, added, answer } = releaseOf(query, evaluation, { ...site, memory, standing: before });
    const entry: LogEntry = { kind: "release", run: query.run, release };
    return {
      added: added.map(toStored),
      answer: { cells: answer.cells.map((cell) => cell.toBytes()), release: answer.release },
      line: (last) => nextLogLine(last, new Date().toISOString(), entry),
      release: (logHash): SiteRelease => ({ ...release, logHash }),
    };
  });
}

const toRemembered = ({ people, ...rest }: StoredSet): RememberedSet => ({
  ...rest,
  people: PersonSet.fromBytes(people),
});
const toStored = ({ people, ...rest }: RememberedSet): StoredSet => ({ ...rest, people: people.toBytes() });
const toStanding = ({ cells, release }: { cells: Uint8Array[]; release: unknown }): StandingAnswer => ({
  cells: cells.map((cell) => PersonSet.fromBytes(cell)),
  release: siteReleaseSchema.omit({ logHash: true }).parse(release),
});
