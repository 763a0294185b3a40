/** How a list line begins. `style` tells lists of one level from another; `order` is its number where it has one. */
export type Marker = { style: string; order: number | null; end: number };

/** A line of the source that is not blank. `from..to` is what it says without its marker and outer blanks. */
export type Line = {
  start: number;
  indent: number;
  marker: Marker | null;
  from: number;
  to: number;
  /** Whether a blank line stands before it. */
  isAfterBlank: boolean;
  /** Length of the line as written, without trailing blanks. */
  width: number;
};

const bullets = new Set("-*•·●○▪■◆◇►▶➢➤✓✔–—‣⁃∙§o".split(""));
const hanNumbers = "一二三四五六七八九十";
const circled = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
const roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
const numbered = /([([（]?)(\d{1,3}|[a-z]|[ivx]{1,4}|[一二三四五六七八九十]{1,3})([.)\]、．）:：]{1,2}|\s*[)）])/iy;
const dotted = /(\d{1,2}(?:\.\d{1,2}){1,3})[.)、]?(?=\s)/y;

/** The marker that begins at `at`, or null. Numbers need a blank or a letter of another script behind them. */
export function readMarker(text: string, at: number): Marker | null {
  const first = text[at]!;
  const circle = circled.indexOf(first);
  if (circle >= 0) return { style: "①", order: circle + 1, end: at + 1 };
  if (bullets.has(first)) {
    const next = text[at + 1];
    if (next === undefined) return { style: first, order: null, end: at + 1 };
    if (first === "-" && /[\d.]/.test(next)) return null;
    const isBare = first === "o" || first === "§" || first === "–" || first === "—";
    if (isBare ? !/\s/.test(next) || first === "§" : next === first || (first === "*" && !/[\s\p{L}(]/u.test(next)))
      return null;
    return { style: first === "–" || first === "—" ? "-" : first, order: null, end: at + 1 };
  }
  dotted.lastIndex = at;
  const deep = dotted.exec(text);
  if (deep !== null) {
    const parts = deep[1]!.split(".");
    const isNumber =
      parts.length === 2 &&
      /^\s*(?:[%×x<>≤≥]|m?g\b|m?mol|ml\b|times|years?|kg)/i.test(text.slice(dotted.lastIndex, dotted.lastIndex + 12));
    if (!isNumber) return { style: `1.${parts.length}`, order: Number(parts[parts.length - 1]), end: dotted.lastIndex };
  }
  numbered.lastIndex = at;
  const found = numbered.exec(text);
  if (found === null) return null;
  const [whole, open, value, close] = found as unknown as [string, string, string, string];
  const end = at + whole.length;
  const next = text[end] ?? "\n";
  const last = close.trim()[close.trim().length - 1] ?? "";
  if (/[A-Za-z\d]/.test(next) && (last === "." || last === "．" ? /\d/.test(next) || /[a-z]/.test(next) : false))
    return null;
  if (last === ":" || last === "：") {
    if (!/^\d/.test(value) || !/\s/.test(next)) return null;
  }
  if (open === "" && /^[a-z]$/i.test(value) && /[.]/.test(last) && !/\s/.test(next)) return null;
  const shape = `${open === "" ? "" : "("}${kindOfNumber(value)}${last === "." || last === "．" || last === "、" || last === ":" ? "." : ")"}`;
  return { style: shape, order: orderOf(value), end };
}

function kindOfNumber(value: string): string {
  if (/^\d/.test(value)) return "1";
  if (hanNumbers.includes(value[0]!)) return "一";
  if (value.length > 1 || value === "i") return "i";
  return value === value.toUpperCase() ? "A" : "a";
}

function orderOf(value: string): number | null {
  if (/^\d/.test(value)) return Number(value);
  if (hanNumbers.includes(value[0]!)) {
    if (value === "十") return 10;
    const place = value.indexOf("十");
    if (place < 0) return hanNumbers.indexOf(value) + 1;
    return (
      (place === 0 ? 1 : hanNumbers.indexOf(value[0]!) + 1) * 10 + (hanNumbers.indexOf(value[place + 1] ?? "") + 1)
    );
  }
  const lower = value.toLowerCase();
  if (value.length > 1 || lower === "i") {
    const place = roman.indexOf(lower);
    if (place >= 0) return place + 1;
  }
  return value.length === 1 ? lower.charCodeAt(0) - 96 : null;
}

/** The lines of a text that are not blank, with their markers taken off. Linear in the text. */
export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let isAfterBlank = true;
  let at = 0;
  while (at <= text.length) {
    let end = text.indexOf("\n", at);
    if (end < 0) end = text.length;
    let from = at;
    while (from < end && isBlank(text.charCodeAt(from))) from++;
    let to = end;
    while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
    if (from < to) {
      const marker = readMarker(text, from);
      let content = from;
      if (marker !== null) {
        content = marker.end;
        while (content < to && isBlank(text.charCodeAt(content))) content++;
      }
      const line = { start: at, indent: from - at, marker, from: content, to, isAfterBlank, width: to - at };
      lines.push(line);
      isAfterBlank = false;
    } else isAfterBlank = true;
    at = end + 1;
  }
  return lines;
}

const isBlank = (code: number) => code <= 32 || code === 0xa0 || code === 0x3000 || code === 0x200b || code === 0xfeff;
