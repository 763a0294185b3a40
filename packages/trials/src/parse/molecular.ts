import type { ConceptRef } from "../criteria/ranges.schema.ts";
import type { Leaf, Tree } from "../criteria/tree.schema.ts";
import type { LexiconRow } from "./language.ts";
import { condition } from "./lexicon-rows.ts";

// Receptors, fusions and series of genes under the short names of protocols.

type Status = "positive" | "negative";
const receptor = (id: string, en: string, zh: string, is: Status): Leaf => ({
  kind: "result",
  item: { id: `LAB:${id}`, en, zh },
  is: [is],
});
const oestrogen = (is: Status) => receptor("er-status", "Estrogen receptor status, tissue", "雌激素受体", is);
const progesterone = (is: Status) => receptor("pr-status", "Progesterone receptor status, tissue", "孕激素受体", is);
const geneRef = (id: string, symbol: string): ConceptRef => ({ id: `HGNC:${id}`, en: symbol, zh: symbol });
const her2: Leaf = { kind: "variant", gene: geneRef("3430", "ERBB2"), change: "expression", status: "negative" };

const leaf = (phrases: string, tree: Tree): LexiconRow => [phrases, { type: "leaf", tree }];
/** Hormone receptors are present where one of them is, and absent where both are. */
const hormoneReceptors = (phrases: string, is: Status) =>
  leaf(phrases, { kind: is === "positive" ? "any" : "all", of: [oestrogen(is), progesterone(is)] });
const fusion = (phrases: string, id: string, symbol: string, status: Status = "positive") =>
  leaf(phrases, { kind: "variant", gene: geneRef(id, symbol), change: "fusion", status });
const philadelphia = "{philadelphia{ chromosome,},ph}{ (ph),}";
const bcrAbl: Leaf = { kind: "variant", gene: geneRef("76", "ABL1"), change: "fusion", status: "positive" };
export const lymphoblasticLeukaemia: ConceptRef = {
  id: "MONDO:0004967",
  en: "acute lymphoblastic leukemia",
  zh: "急性淋巴细胞白血病",
};
const lymphoblastic: Leaf = { kind: "condition", concepts: { of: [lymphoblasticLeukaemia] } };
const series = (phrases: string, ...genes: readonly (readonly [id: string, symbol: string])[]): LexiconRow => {
  const [ref, ...others] = genes.map(([id, symbol]) => geneRef(id, symbol));
  return [phrases, { type: "concept", ref: ref!, others, kind: "gene", gene: ref!, qualifiers: [] }];
};

const or = "{/, or , and/or , and ,/ }";
const han = "{/,或,和,、,及}";
const numbered = (name: string, joint: string, ...numbers: readonly string[]) =>
  `${name}{-,}${numbers.join(joint)}{ genes, gene,基因,}`;
const rows = (joint: string): LexiconRow[] => [
  series(numbered("brca", joint, "1", "2"), ["1100", "BRCA1"], ["1101", "BRCA2"]),
  series(numbered("idh", joint, "1", "2"), ["5382", "IDH1"], ["5383", "IDH2"]),
  series(
    `${numbered("ntrk", joint, "1", "2", "3")}|ntrk1-3|ntrk 1-3`,
    ["8031", "NTRK1"],
    ["8032", "NTRK2"],
    ["8033", "NTRK3"],
  ),
  series(
    `${numbered("fgfr", joint, "1", "2", "3")}|fgfr1-3|fgfr 1-3`,
    ["3688", "FGFR1"],
    ["3689", "FGFR2"],
    ["3690", "FGFR3"],
  ),
  series(numbered("fgfr", joint, "2", "3"), ["3689", "FGFR2"], ["3690", "FGFR3"]),
  [
    "eml4{-,/, ,::}alk",
    { type: "concept", ref: geneRef("427", "ALK"), kind: "gene", gene: geneRef("427", "ALK"), qualifiers: [] },
  ],
  ["tkd|tyrosine kinase domain", { type: "alteration", text: "TKD" }],
  ["itd|internal tandem duplication{s,}|内部串联重复", { type: "alteration", text: "ITD" }],
];

export const englishMolecular: readonly LexiconRow[] = [
  hormoneReceptors(
    "{hormone receptor{s,},hormone-receptor,hr,hormonal receptor}{ (hr),}{ positive,-positive,+, positivity}",
    "positive",
  ),
  hormoneReceptors(
    "{hormone receptor{s,},hormone-receptor,hr,hormonal receptor}{ (hr),}{ negative,-negative, negativity}",
    "negative",
  ),
  leaf(
    [
      ", progesterone{ receptor,}, and ",
      ", progesterone{ receptor,}, or ",
      "{, receptor}, progesterone{ receptor,}{ and , or , and/or }",
      "{/, / , and }progesterone{ receptor,}{/, / , and }",
    ]
      .map(
        (middle) =>
          `{estrogen,oestrogen}{ receptor,}${middle}her{-,}2{/neu,}{ receptor, expression,}{ negative,-negative}`,
      )
      .join("|"),
    { kind: "all", of: [oestrogen("negative"), progesterone("negative"), her2] },
  ),
  leaf(`${philadelphia}{ positive,-positive,+} all`, { kind: "all", of: [bcrAbl, lymphoblastic] }),
  fusion(
    `bcr{-,/, ,::}abl{1,}{ fusion,}{ gene, transcript,}{ positive,-positive,+}|${philadelphia}{ positive,-positive,+}`,
    "76",
    "ABL1",
  ),
  fusion(`bcr{-,/, ,::}abl{1,}{ negative,-negative}|${philadelphia}{ negative,-negative}`, "76", "ABL1", "negative"),
  ...rows(or),
  ["alk", { type: "concept", ref: geneRef("427", "ALK"), kind: "gene", gene: geneRef("427", "ALK"), qualifiers: [] }],
  [
    "{genomic,genetic,molecular,gene}{ tumor, tumour,} {aberration,alteration,abnormalit}{s,ies,y,}|aberration{s,}",
    { type: "change", change: "any" },
  ],
  [
    "deleterious{ or suspected deleterious,}|suspected deleterious|{pathogenic or ,}likely pathogenic|pathogenic|sensitizing|sensitising|activating|oncogenic",
    { type: "filler" },
  ],
];

export const chineseMolecular: readonly LexiconRow[] = [
  hormoneReceptors("{hr,激素受体,激素受体(hr)}{ ,}{阳性,+,(+)}", "positive"),
  hormoneReceptors("{hr,激素受体,激素受体(hr)}{ ,}{阴性,(-)}", "negative"),
  condition("三阴{性,}乳腺癌{(tnbc),}|tnbc", "MONDO:0005494", "triple-negative breast carcinoma", "三阴性乳腺癌"),
  fusion("bcr{-,/, ,::}abl{1,}{融合,}{基因,}阳性|{费城染色体,ph染色体,ph}{阳性,+}", "76", "ABL1"),
  leaf("{费城染色体,ph染色体,ph}{阳性,+}{ ,的,}all", { kind: "all", of: [bcrAbl, lymphoblastic] }),
  fusion("bcr{-,/, ,::}abl{1,}{融合,}{基因,}阴性|{费城染色体,ph染色体,ph}阴性", "76", "ABL1", "negative"),
  ...rows(han),
];
