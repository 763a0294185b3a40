import { trialsErrors } from "../errors.ts";

/** First bytes of the formats: a PDF says its name, a DOCX is a ZIP archive. */
export function protocolFormat(bytes: Uint8Array): "pdf" | "docx" | "text" {
  const head = String.fromCharCode(...bytes.subarray(0, 5));
  if (head.startsWith("%PDF")) return "pdf";
  return head.startsWith("PK\u0003\u0004") ? "docx" : "text";
}

/**
 * Text of a protocol file, lines as they stand on its pages. A PDF without a text layer (a scan) has none.
 * Errors: `trials.import.invalid`, `trials.import.empty`.
 */
export async function protocolText(bytes: Uint8Array): Promise<{ format: "pdf" | "docx" | "text"; text: string }> {
  const format = protocolFormat(bytes);
  const text = format === "pdf" ? await pdfText(bytes) : format === "docx" ? await docxText(bytes) : decode(bytes);
  if (text.trim() === "") throw trialsErrors.create("import.empty");
  return { format, text };
}

/** UTF-8 where the bytes are valid UTF-8 (or carry a mark), else GB 18030, as Chinese offices write it. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

async function pdfText(bytes: Uint8Array): Promise<string> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  let pages: string[];
  try {
    const loading = getDocument({
      data: bytes.slice(),
      useSystemFonts: false,
      verbosity: 0,
    });
    const document = await loading.promise;
    pages = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      pages.push(linesOf((await page.getTextContent()).items as TextItem[]).join("\n"));
    }
    await loading.destroy();
  } catch {
    throw trialsErrors.create("import.invalid", { format: "PDF", where: "file", problem: "cannot be opened" });
  }
  return eligibilityPart(withoutRunningLines(pages).join("\n"));
}

type TextItem = { str: string; hasEOL: boolean; transform: number[]; width: number };

/** Items of one baseline make a line; gaps wider than a fifth of the letter height become a space. */
function linesOf(items: readonly TextItem[]): string[] {
  const lines: string[] = [];
  let line = "";
  let y: number | null = null;
  let end = 0;
  for (const { str, transform, width, hasEOL } of items) {
    const [height = 10, , , , x = 0, baseline = 0] = transform;
    if (y !== null && Math.abs(baseline - y) > Math.abs(height) * 0.4) {
      lines.push(line);
      line = "";
    } else if (line !== "" && str !== "" && x - end > Math.abs(height) * 0.2 && !line.endsWith(" ")) line += " ";
    line += str;
    y = baseline;
    end = x + width;
    if (hasEOL) {
      lines.push(line);
      line = "";
      y = null;
    }
  }
  if (line !== "") lines.push(line);
  return lines.map((one) => one.trimEnd());
}

/** Headers, footers and page numbers: lines that stand, but for numbers, on more than half of the pages. */
function withoutRunningLines(pages: readonly string[]): string[] {
  if (pages.length < 4) return [...pages];
  const key = (line: string) => line.trim().replace(/\d+/g, "#");
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const one of new Set(page.split("\n").map(key))) counts.set(one, (counts.get(one) ?? 0) + 1);
  return pages.map((page) =>
    page
      .split("\n")
      .filter((line) => line.trim() === "" || (counts.get(key(line)) ?? 0) <= pages.length / 2)
      .join("\n"),
  );
}

async function docxText(bytes: Uint8Array): Promise<string> {
  const { default: mammoth } = await import("mammoth");
  const { plainText } = await import("../import/plain-text.ts");
  try {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    return eligibilityPart(plainText(value));
  } catch {
    throw trialsErrors.create("import.invalid", { format: "DOCX", where: "file", problem: "cannot be opened" });
  }
}

const opens =
  /^\s*(?:\d+(?:\.\d+)*\.?\s*)?(?:key\s+|main\s+)?(?:(?:patient|subject|participant|study)s?\s+)?(?:inclusion criteria|eligibility criteria|selection (?:and withdrawal )?of (?:subjects|patients|participants|study population)|入选标准|纳入标准|受试者选择|入组标准)\s*[:：]?\s*$/i;
const exclusion = /^\s*(?:\d+(?:\.\d+)*\.?\s*)?(?:key\s+|main\s+)?(?:exclusion criteria|排除标准)\s*[:：]?\s*$/i;
const closes =
  /^\s*(?:\d+(?:\.\d+)*\.?\s+)(?!.*(?:inclusion|exclusion|criteria|标准))(?:[A-Z\u4e00-\u9fff])[^.;:。；]{2,80}$/;

/**
 * The part of a protocol that lists its criteria: from the heading with the longest list after it (a table of contents and a
 * synopsis name it too) to the next numbered heading after the exclusions. The whole text where no heading is found.
 */
export function eligibilityPart(text: string): string {
  const lines = text.split("\n");
  let best: [number, number] | null = null;
  for (const [at, line] of lines.entries()) {
    if (!opens.test(line)) continue;
    let sawExclusion = false;
    let to = lines.length;
    for (let next = at + 1; next < lines.length; next++) {
      if (exclusion.test(lines[next]!)) sawExclusion = true;
      else if (sawExclusion && closes.test(lines[next]!)) {
        to = next;
        break;
      }
    }
    if (sawExclusion && (best === null || to - at > best[1] - best[0])) best = [at, to];
  }
  return best === null ? text : lines.slice(...best).join("\n");
}
