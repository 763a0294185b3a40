import { strToU8, zipSync } from "fflate";

/** What a document is made of, in order. Text may hold `^{...}` for a raised number. */
export type DocxBlock =
  | { readonly heading: string; readonly level?: 1 | 2 | 3 }
  | { readonly text: string }
  | { readonly item: string; readonly depth?: 0 | 1; readonly isNumbered?: boolean }
  | { readonly table: readonly (readonly string[])[] };

/** Bytes of a DOCX file as word processors write it: heading styles, lists by numbering definitions, tables. */
export function writeDocx(blocks: readonly DocxBlock[]): Uint8Array {
  const body = blocks.map(blockXml).join("");
  return zipSync({
    "[Content_Types].xml": strToU8(contentTypes),
    "_rels/.rels": strToU8(relations([["officeDocument", "word/document.xml"]])),
    "word/_rels/document.xml.rels": strToU8(
      relations([
        ["styles", "styles.xml"],
        ["numbering", "numbering.xml"],
      ]),
    ),
    "word/document.xml": strToU8(`${prolog}<w:document ${namespace}><w:body>${body}</w:body></w:document>`),
    "word/styles.xml": strToU8(styles),
    "word/numbering.xml": strToU8(numbering),
  });
}

const prolog = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const mainType = "application/vnd.openxmlformats-officedocument.wordprocessingml";

const contentTypes = `${prolog}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${mainType}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${mainType}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${mainType}.numbering+xml"/></Types>`;

const relations = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `${prolog}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(([type, target], at) => `<Relationship Id="r${at + 1}" Type="${office}/${type}" Target="${target}"/>`)
    .join("")}</Relationships>`;

const styles = `${prolog}<w:styles ${namespace}>${[1, 2, 3]
  .map((level) => `<w:style w:type="paragraph" w:styleId="H${level}"><w:name w:val="heading ${level}"/></w:style>`)
  .join("")}</w:styles>`;

const levels = (format: string): string =>
  [0, 1].map((depth) => `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/></w:lvl>`).join("");
const numbering = `${prolog}<w:numbering ${namespace}><w:abstractNum w:abstractNumId="0">${levels("bullet")}</w:abstractNum><w:abstractNum w:abstractNumId="1">${levels("decimal")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Runs of a text; what stands in `^{}` is raised. */
const runs = (text: string): string =>
  text
    .split(/(\^\{[^}]*\})/)
    .filter((part) => part !== "")
    .map((part) => {
      const isRaised = part.startsWith("^{");
      const look = isRaised ? '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>' : "";
      return `<w:r>${look}<w:t xml:space="preserve">${escaped(isRaised ? part.slice(2, -1) : part)}</w:t></w:r>`;
    })
    .join("");

const paragraph = (text: string, look = ""): string =>
  `<w:p>${look === "" ? "" : `<w:pPr>${look}</w:pPr>`}${runs(text)}</w:p>`;

function blockXml(block: DocxBlock): string {
  if ("heading" in block) return paragraph(block.heading, `<w:pStyle w:val="H${block.level ?? 1}"/>`);
  if ("item" in block) {
    const list = `<w:ilvl w:val="${block.depth ?? 0}"/><w:numId w:val="${block.isNumbered === true ? 2 : 1}"/>`;
    return paragraph(block.item, `<w:numPr>${list}</w:numPr>`);
  }
  if ("table" in block) {
    const rows = block.table.map(
      (cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join("")}</w:tr>`,
    );
    return `<w:tbl>${rows.join("")}</w:tbl>`;
  }
  return paragraph(block.text);
}
