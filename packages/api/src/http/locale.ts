import type { Locale } from "../context.ts";

/** The better of our two languages for an Accept-Language header; English when neither is named. */
export function localeOf(request: Request): Locale {
  const wishes = (request.headers.get("accept-language") ?? "").split(",").map((part) => {
    const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
    const quality = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find((text) => text !== undefined);
    return { tag, weight: quality === undefined ? 1 : Number(quality) };
  });
  const weightOf = (language: string) =>
    Math.max(0, ...wishes.filter(({ tag }) => tag.split("-")[0] === language).map(({ weight }) => weight));
  return weightOf("zh") > weightOf("en") ? "zh" : "en";
}
