import { trialsErrors } from "../errors.ts";
import type { ProtocolLine } from "../import/eligibility-section.ts";
import { plainText } from "../import/plain-text.ts";

/** Stands before the text of a heading while tags are taken away; no document holds it. */
const HEADING = "\u0001";

/** Lines of a DOCX file: headings by their style, lists with their marks, a table cell by cell. Errors: `trials.protocol.damaged`. */
export async function docxLines(bytes: Uint8Array): Promise<ProtocolLine[]> {
  const { default: mammoth } = await import("mammoth");
  let html: string;
  try {
    html = (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value;
  } catch {
    throw trialsErrors.create("protocol.damaged", { format: "DOCX" });
  }
  return plainText(html.replace(/<h[1-6]\b[^>]*>/gi, `$&${HEADING}`))
    .split("\n")
    .map((text) => (text.includes(HEADING) ? { text: text.replaceAll(HEADING, ""), isHeading: true } : { text }));
}
