export const locales = ["en", "zh"] as const;
export type Locale = (typeof locales)[number];

export const localeCookie = "qinghao-locale";
export const isLocale = (value: unknown): value is Locale => locales.includes(value as Locale);

/** The reader's language: what they chose, otherwise the first that their browser asks for and we speak. */
export function pickLocale(chosen: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(chosen)) return chosen;
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", quality = "q=1"] = part.trim().split(";");
      return { language: tag.slice(0, 2).toLowerCase(), weight: Number(quality.trim().slice(2)) || 0 };
    })
    .sort((a, b) => b.weight - a.weight);
  return wanted.map((one) => one.language).find(isLocale) ?? "en";
}
