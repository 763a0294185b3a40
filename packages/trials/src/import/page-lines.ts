/** A piece of text on a page, as pdf.js gives it; the last two numbers of `transform` are its place. */
export type TextItem = {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly transform: readonly number[];
  readonly width: number;
};

/** A line of a page with the size of its letters. */
export type PageLine = { readonly text: string; readonly size: number };

type Open = { text: string; size: number; baseline: number; end: number };

/**
 * Pieces of one baseline make a line; gaps wider than a fifth of the letter height become a space. A small raised number
 * is an exponent: "10" and a raised "9" are written "10^9", "m" and a raised "2" are "m²".
 */
export function linesOfPage(items: readonly TextItem[]): PageLine[] {
  const lines: PageLine[] = [];
  let open: Open | null = null;
  const close = () => {
    if (open !== null) lines.push({ text: open.text.trimEnd(), size: open.size });
    open = null;
  };
  for (const { str, transform, width, hasEOL } of items) {
    const [a = 10, b = 0, , , x = 0, baseline = 0] = transform;
    const size = Math.round(Math.hypot(a, b) * 10) / 10;
    const line: Open | null = open;
    if (line !== null && str !== "" && isRaised(line, size, baseline) && /^[-−–]?\d+$/.test(str.trim())) {
      line.text = raised(line.text, str.trim());
      line.end = x + width;
    } else if (str !== "" || line === null) {
      if (line !== null && Math.abs(baseline - line.baseline) > Math.max(line.size, size) * 0.4) close();
      const same: Open | null = open;
      if (same === null) open = { text: str, size, baseline, end: x + width };
      else {
        const isApart = x - same.end > size * 0.2 && !same.text.endsWith(" ") && same.text !== "";
        same.text += isApart ? ` ${str}` : str;
        same.end = x + width;
        if (same.text.trim() === str.trim()) same.size = size;
      }
    }
    if (hasEOL) close();
  }
  close();
  return lines;
}

const isRaised = (line: Open, size: number, baseline: number): boolean =>
  size < line.size * 0.85 && baseline - line.baseline > line.size * 0.15 && baseline - line.baseline < line.size * 0.8;

const signs: Readonly<Record<string, string>> = { "2": "²", "3": "³" };

/** Text with a raised number behind it. */
export function raised(text: string, digits: string): string {
  if (/10$/.test(text)) return `${text}^${digits.replace(/[−–]/, "-")}`;
  const sign = signs[digits];
  return /[A-Za-z]$/.test(text) && sign !== undefined ? text + sign : text + digits;
}
