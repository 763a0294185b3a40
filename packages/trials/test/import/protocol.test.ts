import { isQinghaoError, toWireError } from "@qinghao/kernel";
import { type DocxBlock, type PdfPage, type PdfText, writeDocx, writePdf } from "@qinghao/testing/documents";
import { beforeAll, describe, expect, test } from "vitest";
import { documentOf, importTrial } from "../../src/import/index.ts";
import { codeResolver, indexIdentifiers } from "../../src/index.ts";
import { protocolText } from "../../src/node/protocol-text.ts";
import { openWholeKnowledge } from "../terminology/open-knowledge.ts";

let tools: Parameters<typeof importTrial>[2];
beforeAll(async () => {
  const knowledge = await openWholeKnowledge();
  tools = { knowledge, resolver: codeResolver(knowledge, indexIdentifiers(knowledge)) };
}, 120_000);

async function read(bytes: Uint8Array) {
  const { format, text } = await protocolText(bytes);
  const document = documentOf(importTrial(text, "auto", tools), { knowledge: tools.knowledge });
  for (const { start, end, text: own } of document.criteria) expect(document.source.text.slice(start, end)).toBe(own);
  const said = document.criteria.map(({ type, text: own }) => `${type === "inclusion" ? "+" : "-"} ${own}`);
  return { format, text, said, document };
}

/** Lines from the top of a page down; a larger size is a heading. */
const page = (...lines: readonly (string | { heading: string } | readonly PdfText[])[]): PdfPage =>
  lines.flatMap((line, at): readonly PdfText[] => {
    const y = 780 - at * 18;
    if (typeof line === "string") return [{ text: line, x: 60, y, size: 11 }];
    if ("heading" in line) return [{ text: line.heading, x: 60, y, size: 14 }];
    return line.map((piece) => ({ ...piece, y: y + piece.y }));
  });
const footer = (number: number): PdfText => ({ text: `Protocol EX-101, page ${number}`, x: 60, y: 30, size: 8 });
const withFooters = (pages: readonly PdfPage[]): PdfPage[] =>
  pages.map((one, at) => (one === "scan" ? one : [...one, footer(at + 1)]));

const platelets: readonly PdfText[] = [
  { text: "3. Platelets >= 100 x 10", x: 60, y: 0, size: 11 },
  { text: "9", x: 176, y: 4.5, size: 7 },
  { text: "/L", x: 180, y: 0, size: 11 },
];
const english = withFooters([
  page({ heading: "Protocol EX-101" }, "A study of exampletinib in adults"),
  page("Table of contents", "5.1 Inclusion Criteria", "5.2 Exclusion Criteria", "6 Study Treatment"),
  page(
    { heading: "5 Study Population" },
    { heading: "5.1 Inclusion Criteria" },
    "1. Age 18 to 75 years",
    "2. ECOG performance status of 0 or 1",
    platelets,
    { heading: "5.2 Exclusion Criteria" },
    "1. Pregnant or breastfeeding women",
  ),
  page(
    "2. Known hypersensitivity to osimertinib",
    "3. Uncontrolled hypertension",
    { heading: "6 Study Treatment" },
    "1. Exampletinib 80 mg once daily",
  ),
]);
const asked = [
  "+ Age 18 to 75 years",
  "+ ECOG performance status of 0 or 1",
  "+ Platelets >= 100 x 10^9/L",
  "- Pregnant or breastfeeding women",
  "- Known hypersensitivity to osimertinib",
  "- Uncontrolled hypertension",
];

const chinese = [
  page({ heading: "5 研究人群" }, { heading: "5.1 入选标准" }, "1）年龄18～75岁", "2）ECOG评分0～1分"),
  page(
    { heading: "5.2 排除标准" },
    "1）妊娠或哺乳期女性",
    "2）未控制的高血压",
    { heading: "5.3 退出标准" },
    "1）受试者撤回知情同意",
  ),
];
const askedInChinese = ["+ 年龄18～75岁", "+ ECOG评分0～1分", "- 妊娠或哺乳期女性", "- 未控制的高血压"];

describe("a protocol in PDF", () => {
  test("its criteria are found behind contents, over page ends and up to the next section", async () => {
    const { format, said, text, document } = await read(writePdf(english));
    expect(format).toBe("pdf");
    expect(said).toEqual(asked);
    expect(text).not.toContain("Protocol EX-101");
    expect((await read(Buffer.from(writePdf(english)))).said).toEqual(asked);
    const [, , third] = document.criteria;
    expect(third?.tree).toMatchObject({ kind: "measurement", item: { id: "LAB:platelets" }, range: { min: 100 } });
  });
  test("the same without any look of headings: section numbers tell where it ends", async () => {
    const plain = english.map((one) =>
      one === "scan" ? one : one.map((piece) => (piece.size === 14 ? { ...piece, size: 11 } : piece)),
    );
    expect((await read(writePdf(plain))).said).toEqual(asked);
  });
  test.each(["unicode", "gb"] as const)("Chinese letters, %s", async (font) => {
    const { said, document } = await read(writePdf(chinese, { font }));
    expect(said).toEqual(askedInChinese);
    expect(document.criteria[0]?.tree).toMatchObject({ kind: "age", range: { min: 18, max: 75 } });
  });
  test("a file that only may not be changed is read", async () => {
    expect((await read(writePdf(english, { password: { user: "", owner: "owner" } }))).said).toEqual(asked);
  });
});

const docx = (name: string, blocks: readonly DocxBlock[], expected: readonly string[]) => ({ name, blocks, expected });
const word = [
  docx(
    "headings and numbered lists with a list within",
    [
      { heading: "Synopsis" },
      { text: "Inclusion and exclusion: see section 5." },
      { heading: "5.1 Inclusion Criteria", level: 2 },
      { item: "Age 18 to 75 years", isNumbered: true },
      { item: "Adequate organ function, defined as all of:", isNumbered: true },
      { item: "Platelets >= 100 x 10^{9}/L", depth: 1 },
      { item: "Serum creatinine <= 1.5 mg/dL", depth: 1 },
      { heading: "5.2 Exclusion Criteria", level: 2 },
      { item: "Pregnant or breastfeeding women", isNumbered: true },
      { heading: "Withdrawal", level: 2 },
      { text: "Patients may withdraw at any time." },
    ],
    [
      "Age 18 to 75 years",
      "Platelets >= 100 x 10^9/L",
      "Serum creatinine <= 1.5 mg/dL",
      "Pregnant or breastfeeding women",
    ],
  ),
  docx(
    "a table with numbers in its first column",
    [
      { heading: "Inclusion criteria" },
      {
        table: [
          ["1", "Age 18 to 75 years"],
          ["2", "ECOG performance status of 0 or 1"],
        ],
      },
      { heading: "Exclusion criteria" },
      { table: [["1", "Pregnant or breastfeeding women"]] },
      { heading: "Treatment" },
      { text: "Exampletinib 80 mg once daily" },
    ],
    ["Age 18 to 75 years", "ECOG performance status of 0 or 1", "Pregnant or breastfeeding women"],
  ),
  docx(
    "Chinese",
    [
      { heading: "四、研究人群" },
      { heading: "4.1 入选标准", level: 2 },
      { item: "年龄18～75岁", isNumbered: true },
      { heading: "4.2 排除标准", level: 2 },
      { item: "妊娠或哺乳期女性", isNumbered: true },
      { heading: "4.3 剔除标准", level: 2 },
      { item: "误纳入的受试者", isNumbered: true },
    ],
    ["年龄18～75岁", "妊娠或哺乳期女性"],
  ),
];

describe("a protocol in DOCX", () => {
  test.each(word)("$name", async ({ blocks, expected }) => {
    const { format, said, text } = await read(writeDocx(blocks));
    expect(format).toBe("docx");
    for (const one of expected)
      expect(
        said.some((line) => line.includes(one)),
        `${one} in ${said}`,
      ).toBe(true);
    expect(said.at(-1)?.slice(2)).toBe(expected.at(-1));
    expect(text).not.toMatch(/withdraw|Exampletinib|误纳入/);
  });
});

describe("a file that cannot be read says why", () => {
  const locked = { user: "secret", owner: "owner" };
  const compound = (name: string) =>
    Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600), Buffer.from(name, "utf16le")]);
  test.each([
    ["a locked PDF", writePdf(english, { password: locked }), "trials.protocol.encrypted", "PDF"],
    ["a scan", writePdf(["scan", "scan"]), "trials.protocol.scanned", "2"],
    ["a PDF cut off", writePdf(english).slice(0, 700), "trials.protocol.damaged", "PDF"],
    ["a PDF with nothing but its name", Buffer.from("%PDF-1.7\n"), "trials.protocol.damaged", "PDF"],
    ["a DOCX cut off", writeDocx([{ text: "text" }]).slice(0, 400), "trials.protocol.damaged", "DOCX"],
    ["a locked DOCX", compound("EncryptedPackage"), "trials.protocol.encrypted", "DOCX"],
    ["Word of long ago", compound("WordDocument"), "trials.protocol.old_word", "DOCX"],
    ["an empty DOCX", writeDocx([]), "trials.import.empty", ""],
    ["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "trials.import.unknown_format", "DOCX"],
  ])("%s", async (_, bytes, code, named) => {
    const failure: unknown = await protocolText(bytes).catch((error: unknown) => error);
    if (!isQinghaoError(failure)) throw failure;
    expect(failure.code).toBe(code);
    const { message } = toWireError(failure);
    expect(message.en).toContain(named);
    expect(message.zh).toContain(named);
    expect(message.zh).toMatch(/\p{Script=Han}/u);
  });
});
