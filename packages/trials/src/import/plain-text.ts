import { raised } from "./page-lines.ts";

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  le: "≤",
  ge: "≥",
  times: "×",
  deg: "°",
  micro: "µ",
  mu: "μ",
  plusmn: "±",
  ndash: "–",
  mdash: "—",
  bull: "•",
  middot: "·",
  sup2: "²",
  sup3: "³",
  alpha: "α",
  beta: "β",
  gamma: "γ",
};

/** Stands for the edge of a list while tags are taken away; no text holds it. */
const LIST_EDGE = "\u0002";

/**
 * Text of an HTML or XHTML fragment: lists and paragraphs become lines, a list within a list is indented, exponents keep
 * their sign, tags go, entities are decoded.
 */
export function plainText(html: string): string {
  return withListMarks(html)
    .replace(/<(br|\/p|\/div|\/li|\/tr|\/h\d)\b[^>]*>/gi, "\n")
    .replace(/10<sup\b[^>]*>\s*([-−–]?)(\d+)\s*<\/sup>/gi, (_, sign: string, digits: string) =>
      raised("10", sign + digits),
    )
    .replace(/([A-Za-z])<sup\b[^>]*>\s*([23])\s*<\/sup>/gi, (_, letter: string, digit: string) => raised(letter, digit))
    .replace(/<[^>]+>/g, "")
    .replace(new RegExp(`\n?${LIST_EDGE}+\n?`, "g"), "\n")
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&([a-z]+\d?);/gi, (whole, name: string) => entities[name.toLowerCase()] ?? whole)
    .replace(/[ \t]+\n/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Items of lists with their mark: the number of an ordered one, else a dash. */
function withListMarks(html: string): string {
  const open: { isOrdered: boolean; items: number }[] = [];
  return html.replace(/<(\/?)(ul|ol|li)\b[^>]*>/gi, (tag, slash: string, name: string) => {
    const kind = name.toLowerCase();
    if (kind !== "li") {
      if (slash === "") open.push({ isOrdered: kind === "ol", items: 0 });
      else open.pop();
      return LIST_EDGE;
    }
    if (slash !== "") return tag;
    const list = open.at(-1);
    if (list !== undefined) list.items++;
    const mark = list?.isOrdered === true ? `${list.items}. ` : "- ";
    return "  ".repeat(Math.max(0, open.length - 1)) + mark;
  });
}
