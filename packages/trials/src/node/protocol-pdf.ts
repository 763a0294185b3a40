import { createRequire } from "node:module";
import path from "node:path";
import { trialsErrors } from "../errors.ts";
import type { ProtocolLine } from "../import/eligibility-section.ts";
import { linesOfPage, type PageLine, type TextItem } from "../import/page-lines.ts";

/** Fewest letters of a page that count as text: a scan may carry a stamp or a page number. */
const LETTERS_OF_A_PAGE = 10;
/** How much larger than the running text a heading's letters are. */
const HEADING_SIZE = 1.12;

/**
 * Lines of a PDF as they stand on its pages, without headers and footers.
 * Errors: `trials.protocol.encrypted`, `trials.protocol.damaged`, `trials.protocol.scanned`.
 */
export async function pdfLines(bytes: Uint8Array): Promise<ProtocolLine[]> {
  const pages = withoutRunningLines(await pagesOf(bytes));
  const lines = pages.flat();
  const letters = lines.reduce((sum, { text }) => sum + text.replace(/[^\p{L}]/gu, "").length, 0);
  if (letters < LETTERS_OF_A_PAGE * pages.length)
    throw trialsErrors.create("protocol.scanned", { pages: pages.length });
  const usual = usualSize(lines);
  return lines.map(({ text, size }) => (size > usual * HEADING_SIZE ? { text, isHeading: true } : { text }));
}

async function pagesOf(bytes: Uint8Array): Promise<PageLine[][]> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const installed = path.dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  const loading = getDocument({
    // A copy, which pdf.js takes over; it refuses Node's own Buffer.
    data: new Uint8Array(bytes),
    useSystemFonts: false,
    verbosity: 0,
    // Chinese fonts that are not embedded name their codes by these tables.
    cMapUrl: `${installed}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${installed}/standard_fonts/`,
  });
  try {
    const document = await loading.promise;
    const pages: PageLine[][] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      pages.push(linesOfPage((await page.getTextContent()).items as TextItem[]));
      page.cleanup();
    }
    return pages;
  } catch (error) {
    const isProtected = error instanceof Error && error.name === "PasswordException";
    throw trialsErrors.create(isProtected ? "protocol.encrypted" : "protocol.damaged", { format: "PDF" });
  } finally {
    await loading.destroy();
  }
}

/** The size of letters that most of the text has. */
function usualSize(lines: readonly PageLine[]): number {
  const letters = new Map<number, number>();
  for (const { text, size } of lines) letters.set(size, (letters.get(size) ?? 0) + text.length);
  let best = Number.POSITIVE_INFINITY;
  for (const [size, count] of letters) if (count > (letters.get(best) ?? 0)) best = size;
  return best;
}

/** Headers, footers and page numbers: lines that stand, but for numbers, on more than half of the pages. */
function withoutRunningLines(pages: readonly PageLine[][]): PageLine[][] {
  if (pages.length < 4) return [...pages];
  const key = ({ text }: PageLine) => text.trim().replace(/\d+/g, "#");
  const counts = new Map<string, number>();
  for (const page of pages) for (const one of new Set(page.map(key))) counts.set(one, (counts.get(one) ?? 0) + 1);
  return pages.map((page) =>
    page.filter((line) => line.text.trim() === "" || (counts.get(key(line)) ?? 0) <= pages.length / 2),
  );
}
