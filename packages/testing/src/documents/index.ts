export { type DocxBlock, writeDocx } from "./write-docx.ts";
export { type PdfOptions, type PdfPage, type PdfText, writePdf } from "./write-pdf.ts";
