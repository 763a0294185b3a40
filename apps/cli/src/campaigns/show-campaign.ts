import type { CampaignView } from "@qinghao/api/schema";
import { type Io, printJson, writeFully } from "../io.ts";
import type { Job } from "../server/watch.ts";
import { type Language, say } from "../terminal/language.ts";
import { formatTable } from "../terminal/table.ts";

/** A campaign as its state, and a line for each stage; as JSON where that is asked. */
export async function showCampaign(io: Io, campaign: CampaignView, json?: true): Promise<void> {
  if (json) return printJson(io, campaign);
  const waiting = campaign.waiting === null ? "" : `\n${campaign.waiting[io.language]}`;
  const head = `${campaign.id} ${campaign.state}: ${hitsOf(campaign, io.language)}${endOf(campaign, io.language)}${waiting}\n`;
  const titles = say(io.language, {
    en: "stage,method,state,came,scored,failed,passed,went on",
    zh: "阶段,方法,状态,进入,已评分,失败,通过,进入下一阶段",
  });
  const rows = campaign.stages.map(({ method, state, incoming, progress, passed, kept }, at) => [
    `${at + 1}`,
    method,
    state,
    shown(incoming),
    shown(progress.done),
    shown(progress.failed),
    shown(passed),
    shown(kept),
  ]);
  await writeFully(io.stdout, head + formatTable(titles.split(","), rows));
}

/** What following a campaign shows: the stage that is under way. */
export function asJob(campaign: CampaignView): Job {
  const { id, error, stages, state } = campaign;
  const running = stages.findIndex((stage) => stage.state === "running");
  const at =
    running < 0
      ? Math.max(
          0,
          stages.findLastIndex((stage) => stage.state === "done"),
        )
      : running;
  const { method, progress } = stages[at]!;
  const place = {
    en: `stage ${at + 1} of ${stages.length}, ${method}`,
    zh: `第 ${at + 1}/${stages.length} 阶段，${method}`,
  };
  const note = state === "paused" ? { en: "paused", zh: "已暂停" } : campaign.waiting;
  const message = note === null ? place : { en: `${place.en}: ${note.en}`, zh: `${place.zh}：${note.zh}` };
  return { id, error, state: state === "paused" ? "running" : state, progress, waiting: { message } };
}

export const shown = (count: number | null): string => (count === null ? "–" : count.toLocaleString("en-US"));

const hitsOf = ({ hits, total }: CampaignView, language: Language): string =>
  say(language, {
    en: `${shown(hits)} hits of ${shown(total)} ligands`,
    zh: `${shown(total)} 个配体，命中 ${shown(hits)} 个`,
  });

const ends = {
  hits: { en: ", ended by its number of hits", zh: "，达到命中数后结束" },
  hours: { en: ", ended by its hours", zh: "，达到时限后结束" },
} as const;
const endOf = ({ endedBy }: CampaignView, language: Language): string =>
  endedBy === "hits" || endedBy === "hours" ? say(language, ends[endedBy]) : "";
