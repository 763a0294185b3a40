import type { TreatmentIntent } from "@qinghao/clinical/schema";
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
