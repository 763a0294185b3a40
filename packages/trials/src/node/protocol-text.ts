import { trialsErrors } from "../errors.ts";
import { eligibilitySection } from "../import/eligibility-section.ts";
import { docxLines } from "./protocol-docx.ts";
import { pdfLines } from "./protocol-pdf.ts";

export type ProtocolFormat = "pdf" | "docx" | "text";

const startsWith = (bytes: Uint8Array, ...head: readonly number[]): boolean =>
  head.every((byte, at) => bytes[at] === byte);

/** First bytes of the formats: a PDF says its name, a DOCX is a ZIP archive. */
export function protocolFormat(bytes: Uint8Array): ProtocolFormat {
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return "pdf";
  return startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) ? "docx" : "text";
}

/**
 * Text of a protocol file; of a PDF or DOCX the part that lists its criteria, where its headings show it.
 * Errors: `trials.import.empty`, `trials.import.unknown_format`, `trials.protocol.encrypted`, `trials.protocol.damaged`,
 * `trials.protocol.scanned`, `trials.protocol.old_word`.
 */
export async function protocolText(bytes: Uint8Array): Promise<{ format: ProtocolFormat; text: string }> {
  const format = protocolFormat(bytes);
  const text =
    format === "text" ? decode(bytes) : eligibilitySection(await (format === "pdf" ? pdfLines : docxLines)(bytes));
  if (text.trim() === "") throw trialsErrors.create("import.empty");
  return { format, text };
}

/** UTF-8 where the bytes are valid UTF-8 (or carry a mark), else GB 18030, as Chinese offices write it. */
function decode(bytes: Uint8Array): string {
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw oldOffice(bytes);
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder("utf-16le").decode(bytes);
  if (startsWith(bytes, 0xfe, 0xff)) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.subarray(0, 4096).includes(0)) throw trialsErrors.create("import.unknown_format");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

/** A compound file: Word up to 2003, or a DOCX that is locked with a password. */
function oldOffice(bytes: Uint8Array) {
  const isLocked = Buffer.from(bytes).includes(Buffer.from("EncryptedPackage", "utf16le"));
  return isLocked
    ? trialsErrors.create("protocol.encrypted", { format: "DOCX" })
    : trialsErrors.create("protocol.old_word");
}
