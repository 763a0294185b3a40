import { english } from "./en/english.ts";
import type { Language } from "./language.ts";
import { chinese } from "./zh/chinese.ts";

export type LanguageChoice = "auto" | "en" | "zh";

/** Languages that criteria are read in. */
const languages: Record<"en" | "zh", Language> = { en: english, zh: chinese };

/** Chinese where at least a tenth of the letters are Chinese characters. */
const leastHanShare = 0.1;

/** The language asked for, or the one that the text is written in. */
export function languageOf(choice: LanguageChoice, text: string): Language {
  const id = choice === "auto" ? detect(text) : choice;
  return languages[id];
}

function detect(text: string): "en" | "zh" {
  let han = 0;
  let letters = 0;
  for (const unit of text.slice(0, 20_000)) {
    if (/\p{Script=Han}/u.test(unit)) han++;
    else if (/[A-Za-z]/.test(unit)) letters++;
  }
  return han > 0 && han >= leastHanShare * (han + letters) ? "zh" : "en";
}
