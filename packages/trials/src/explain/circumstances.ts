import { fastingOfNames } from "@qinghao/clinical";
import type { Fact, TreatmentIntent } from "@qinghao/clinical/schema";
import type { Words } from "./words.ts";

const names: Readonly<Record<TreatmentIntent, readonly [en: string, zh: string]>> = {
  neoadjuvant: ["neoadjuvant", "新辅助"],
  adjuvant: ["adjuvant", "辅助"],
  curative: ["curative", "根治性"],
  palliative: ["palliative", "姑息性"],
};

/** "neoadjuvant or adjuvant", to stand before a treatment; empty where none is asked for. */
export const intentText = (intents: readonly TreatmentIntent[] | undefined, words: Words): string =>
  words.list(
    (intents ?? []).map((intent) => words.say(...names[intent])),
    "or",
  );

/** "planned, adjuvant": what a record says of itself besides its name and value; empty where that is nothing more. */
export function circumstancesText({ assertion, intent, fasting, codes }: Fact, { say }: Words): string {
  const told: string[] = [];
  if (assertion === "planned") told.push(say("planned", "计划"));
  if (intent !== undefined) told.push(say(...names[intent]));
  if (fasting !== undefined && fastingOfNames(codes) !== fasting)
    told.push(fasting ? say("fasting", "空腹") : say("not fasting", "非空腹"));
  return told.join(say(", ", "、"));
}
