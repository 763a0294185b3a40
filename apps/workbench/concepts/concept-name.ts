import type { ConceptRef } from "@qinghao/api/schema";
import type { Locale } from "../i18n/locale.ts";

export const conceptHref = (id: string): string => `/knowledge/${encodeURIComponent(id)}`;

type Named = Pick<ConceptRef, "id" | "name">;

/** The concept's name in the reader's language, otherwise the other one, otherwise its id. */
export const mainName = ({ id, name }: Named, locale: Locale): string =>
  (locale === "zh" ? (name.zh ?? name.en) : (name.en ?? name.zh)) ?? id;

/** The name in the other language, with that language; null where there is none or it is the same. */
export function otherName({ name }: Named, locale: Locale): { text: string; lang: "en" | "zh" } | null {
  const other = locale === "zh" ? name.en : name.zh;
  const main = locale === "zh" ? name.zh : name.en;
  if (other === null || main === null || other === main) return null;
  return { text: other, lang: locale === "zh" ? "en" : "zh" };
}
