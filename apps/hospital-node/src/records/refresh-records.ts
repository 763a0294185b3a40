import type { Database } from "@qinghao/db";
import { getLoad, setLoad } from "@qinghao/db/site";
import { isQinghaoError, toWireError } from "@qinghao/kernel";
import { writeLog } from "../answers/answer-query.ts";
import { nodeErrors } from "../errors.ts";
import type { NodeKnowledge } from "../knowledge.ts";
import { loadRecords } from "./load-records.ts";
import type { RecordSource } from "./record-source.ts";

export type Refreshing = {
  db: Database;
  source: RecordSource;
  knowledge(): Promise<NodeKnowledge>;
  /** Called after the records changed. */
  onChange(): Promise<void>;
};

/**
 * Reads the source again where it changed, one reading at a time.
 * @returns a function whose `isForced` reads also an unchanged source, as after a new mapping
 */
export function createRefresh({ db, source, knowledge, onChange }: Refreshing): (isForced?: boolean) => Promise<void> {
  let stamp: string | null = null;
  let running: Promise<void> = Promise.resolve();

  const refresh = async (isForced: boolean): Promise<void> => {
    const now = await source.stamp();
    const { version } = await getLoad(db);
    if (!isForced && version > 0 && now !== null && now === stamp) return onChange();
    await setLoad(db, { state: "loading", error: null });
    try {
      const changed = await loadRecords(db, source, await knowledge());
      await setLoad(db, { state: "ready" });
      stamp = now;
      if (changed !== null) await writeLog(db, { kind: "load", source: source.name, dataVersion: changed });
    } catch (error) {
      // What a reader's own error says could quote a record: only codes of ours are kept.
      const known = isQinghaoError(error) ? error : nodeErrors.create("records.unreadable", { code: kindOf(error) });
      await setLoad(db, { state: "failed", error: toWireError(known) });
      throw known;
    }
    await onChange();
  };
  return (isForced = false) => {
    const next = running.then(() => refresh(isForced));
    running = next.catch(() => undefined);
    return next;
  };
}

const kindOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
