import { Buffer } from "node:buffer";
import { Encryption } from "./pdf-encryption.ts";

/** A piece of text on a page: left edge and baseline in points from the lower left corner. */
export type PdfText = { readonly text: string; readonly x: number; readonly y: number; readonly size: number };
/** A page of an A4 document: its text, or a picture of it as a scanner makes it. */
export type PdfPage = readonly PdfText[] | "scan";

export type PdfOptions = {
  /**
   * How letters are encoded. `latin`: Helvetica. `unicode`: two bytes a letter with a table of what they mean, as word
   * processors write Chinese. `gb`: by the name of a table of Chinese codes that the reader must bring.
   */
  readonly font?: "latin" | "unicode" | "gb";
  /** Locks the file: `user` is asked for on opening, an empty one only keeps from changing it. */
  readonly password?: { readonly user: string; readonly owner: string };
};

type PdfObject = { readonly dictionary: string; readonly stream?: Buffer };

/** Bytes of a PDF 1.4 with the given pages. */
export function writePdf(pages: readonly PdfPage[], { font = "latin", password }: PdfOptions = {}): Uint8Array {
  const objects: PdfObject[] = [];
  const add = (dictionary: string, stream?: Buffer): number =>
    objects.push(stream === undefined ? { dictionary } : { dictionary, stream });
  const pageTree = add("");
  const catalog = add(`<< /Type /Catalog /Pages ${pageTree} 0 R >>`);
  const letters = fonts[font](add);
  const kids = pages.map((page) => {
    const isScan = page === "scan";
    const picture = isScan ? add(grayDictionary, Buffer.alloc(64, 0xdd)) : 0;
    const content = isScan ? "q 595 0 0 842 0 0 cm /Im0 Do Q" : page.map(letters.show).join("\n");
    const stream = add("<< /Length # >>", Buffer.from(content, "latin1"));
    const resources = isScan ? `/XObject << /Im0 ${picture} 0 R >>` : `/Font << /F0 ${letters.font} 0 R >>`;
    return add(
      `<< /Type /Page /Parent ${pageTree} 0 R /MediaBox [0 0 595 842] /Resources << ${resources} >> /Contents ${stream} 0 R >>`,
    );
  });
  const list = kids.map((kid) => `${kid} 0 R`).join(" ");
  objects[pageTree - 1] = { dictionary: `<< /Type /Pages /Kids [${list}] /Count ${kids.length} >>` };
  return assemble(objects, catalog, password === undefined ? null : new Encryption(password));
}

const grayDictionary =
  "<< /Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length # >>";

function assemble(objects: readonly PdfObject[], catalog: number, encryption: Encryption | null): Uint8Array {
  const parts: Buffer[] = [Buffer.from("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", "latin1")];
  let size = parts[0]!.length;
  const offsets: number[] = [];
  const write = (part: Buffer) => {
    parts.push(part);
    size += part.length;
  };
  const all = encryption === null ? objects : [...objects, { dictionary: encryption.dictionary }];
  for (const [at, object] of all.entries()) {
    const number = at + 1;
    const { dictionary } = object;
    const stream = "stream" in object ? object.stream : undefined;
    offsets.push(size);
    write(Buffer.from(`${number} 0 obj\n${dictionary.replace("#", String(stream?.length ?? 0))}\n`, "latin1"));
    if (stream !== undefined) {
      write(Buffer.from("stream\n", "latin1"));
      write(encryption === null ? stream : encryption.encrypt(stream, number));
      write(Buffer.from("\nendstream\n", "latin1"));
    }
    write(Buffer.from("endobj\n", "latin1"));
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const lock = encryption === null ? "" : ` /Encrypt ${all.length} 0 R /ID [<${encryption.id}> <${encryption.id}>]`;
  const trailer = `<< /Size ${all.length + 1} /Root ${catalog} 0 R${lock} >>`;
  const end = `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${table}trailer\n${trailer}\nstartxref\n${size}\n%%EOF\n`;
  write(Buffer.from(end, "latin1"));
  return new Uint8Array(Buffer.concat(parts));
}

type Letters = { readonly font: number; readonly show: (text: PdfText) => string };
type Add = (dictionary: string, stream?: Buffer) => number;

const show =
  (encoded: (text: string) => string) =>
  ({ text, x, y, size }: PdfText): string =>
    `BT /F0 ${size} Tf 1 0 0 1 ${x} ${y} Tm ${encoded(text)} Tj ET`;
const hex = (text: string): string =>
  Array.from(text, (letter) => letter.charCodeAt(0).toString(16).padStart(4, "0")).join("");

const composite = (add: Add, name: string, encoding: string, system: string, more = ""): number => {
  const [registry, ordering] = system.split("-");
  const descriptor = add(
    `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >>`,
  );
  const descendant = add(
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /${name} /CIDSystemInfo << /Registry (${registry}) /Ordering (${ordering}) /Supplement 2 >> /DW 1000 /FontDescriptor ${descriptor} 0 R >>`,
  );
  return add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /${encoding} /DescendantFonts [${descendant} 0 R]${more} >>`,
  );
};

const toUnicode = [
  "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
  "/CMapName /Own def /CMapType 2 def",
  "1 begincodespacerange <0000> <FFFF> endcodespacerange",
  "1 beginbfrange <0000> <FFFF> <0000> endbfrange",
  "endcmap CMapName currentdict /CMap defineresource pop end end",
].join("\n");

const fonts: Readonly<Record<NonNullable<PdfOptions["font"]>, (add: Add) => Letters>> = {
  latin: (add) => ({
    font: add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"),
    show: show((text) => `(${text.replace(/[\\()]/g, "\\$&")})`),
  }),
  unicode: (add) => {
    const table = add("<< /Length # >>", Buffer.from(toUnicode, "latin1"));
    const more = ` /ToUnicode ${table} 0 R`;
    return {
      font: composite(add, "Own", "Identity-H", "Adobe-Identity", more),
      show: show((text) => `<${hex(text)}>`),
    };
  },
  gb: (add) => ({
    font: composite(add, "STSong-Light", "UniGB-UCS2-H", "Adobe-GB1"),
    show: show((text) => `<${hex(text)}>`),
  }),
};
