import type { CriterionVerdict } from "../evaluate/index.ts";
import type { Standing } from "./score-verdicts.ts";

const mostNamed = 3;
const listed = (verdicts: readonly CriterionVerdict[], joint: string): string =>
  verdicts
    .slice(0, mostNamed)
    .map(({ criterion }) => criterion)
    .join(joint) + (verdicts.length > mostNamed ? ` +${verdicts.length - mostNamed}` : "");

/** Why someone stands where they stand, in both languages; names criteria by their ids and never a value of the record. */
export function reasonOfStanding({ eligible, decided, criteria, against, isNearMiss, next }: Standing): {
  en: string;
  zh: string;
} {
  if (eligible === "yes")
    return { en: `All ${criteria} criteria are fulfilled.`, zh: `全部 ${criteria} 条标准均符合。` };
  if (eligible === "unknown") {
    const asked = next?.missing?.ask;
    return {
      en: `${decided} of ${criteria} criteria decided, none against.${asked === undefined ? "" : ` Next: ${asked.en}`}`,
      zh: `${criteria} 条标准中已判定 ${decided} 条，无不符合项。${asked === undefined ? "" : `下一步：${asked.zh}`}`,
    };
  }
  if (against.length === 0) return { en: "Not alive at the index date.", zh: "索引日期时已死亡。" };
  if (isNearMiss) {
    const percent = Math.round(1000 * Math.abs(against[0]?.distance?.relative ?? 0)) / 10;
    return {
      en: `Near miss: only ${listed(against, ", ")} rules out, by ${percent} %.`,
      zh: `接近符合：仅 ${listed(against, "、")} 不符合，相差 ${percent} %。`,
    };
  }
  return { en: `Ruled out by ${listed(against, ", ")}.`, zh: `因 ${listed(against, "、")} 不符合。` };
}
