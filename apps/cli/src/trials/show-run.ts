import type { MatchRunView } from "@qinghao/api/schema";
import { progressOf } from "@qinghao/kernel";
import { type Io, printJson, writeFully } from "../io.ts";
import type { Job } from "../server/watch.ts";
import { type Language, type Sentence, say } from "../terminal/language.ts";
import { formatTable } from "../terminal/table.ts";

/** What following a run counts. */
export const hospitals: Sentence = { en: "hospitals", zh: "家医院" };

/** A run as its state and a line for each hospital; as JSON where that is asked. */
export async function showRun(io: Io, run: MatchRunView, json?: true): Promise<void> {
  if (json) return printJson(io, run);
  const titles = say(io.language, {
    en: "hospital,state,people,eligible,unknown,not eligible",
    zh: "医院,状态,人数,符合,未知,不符合",
  });
  const rows = run.sites.map(({ siteId, state, release, error }) => [
    siteId,
    error === null ? state : `${state}: ${error.message[io.language]}`,
    ...(release === null
      ? ["–", "–", "–", "–"]
      : [release.population, release.eligible.yes, release.eligible.unknown, release.eligible.no].map((count) =>
          people(count, release.policy.threshold, io.language),
        )),
  ]);
  await writeFully(
    io.stdout,
    `${run.id} ${run.state}, ${run.purpose}, ${run.asOf}\n${formatTable(titles.split(","), rows)}`,
  );
}

const people = (count: number | "below-threshold", threshold: number, language: Language): string =>
  count === "below-threshold"
    ? say(language, { en: `below ${threshold}`, zh: `低于 ${threshold}` })
    : count.toLocaleString("en-US");

/** What following a run shows: how many hospitals are through. */
export function asJob({ id, state, error, sites, createdAt }: MatchRunView, now: number): Job {
  const open = sites.filter((site) => site.state === "waiting" || site.state === "working").length;
  const without = sites.filter((site) => site.state !== "answered").length - open;
  const done = sites.length - open - without;
  return { id, state, error, progress: progressOf(done, without, sites.length, now - Date.parse(createdAt)) };
}
