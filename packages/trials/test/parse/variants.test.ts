import { describe, expect, it } from "vitest";
import { isAlteration } from "../../src/criteria/variant/change-of.ts";
import { builtPacks } from "./knowledge-packs.ts";
import { type Row, saysTable } from "./says-table.ts";

const knowledge = builtPacks();
const [egfr, alk, ros1, her2, pdl1] = ["HGNC:3236", "HGNC:427", "HGNC:10261", "HGNC:3430", "HGNC:17635"];
const lung = "MONDO:0005233";

describe("a codon", () => {
  it("holds every change of it, and no other codon", () => {
    expect(isAlteration("V600E", ["V600"])).toBe(true);
    expect(isAlteration("p.V600K", ["V600"])).toBe(true);
    expect(isAlteration("V6001E", ["V600"])).toBe(false);
    expect(isAlteration("V600E", ["V600K"])).toBe(false);
    expect(isAlteration("V600", ["V600E"])).toBe(false);
  });
});

const english: readonly Row[] = [
  // Rows of genes that share what is said of the last.
  ["BRCA1 or BRCA2 mutation", "I", "any(HGNC:1100 mutation positive; HGNC:1101 mutation positive)"],
  ["Deleterious BRCA1/2 mutation", "I", "any(HGNC:1100 mutation positive; HGNC:1101 mutation positive)"],
  ["KRAS/NRAS wild-type", "I", "all(HGNC:6407 wild-type positive; HGNC:7989 wild-type positive)"],
  ["NTRK1/2/3 fusion", "I", "any(HGNC:8031 fusion positive; HGNC:8032 fusion positive; HGNC:8033 fusion positive)"],
  ["ER and/or PR positive", "I", "any(LAB:er-status positive; LAB:pr-status positive)"],
  ["ER/PR negative", "I", "all(LAB:er-status negative; LAB:pr-status negative)"],
  ["EGFR+/ALK+ NSCLC", "I", `all(any(${egfr} any positive; ${alk} any positive); condition ${lung})`],
  // A denial holds for all of a row.
  ["No EGFR mutation or ALK rearrangement", "I", `not(any(${egfr} mutation positive; ${alk} fusion positive))`],
  [
    "No known EGFR mutations, ALK translocations or ROS1 rearrangements",
    "I",
    `not(any(${egfr} mutation positive; ${alk} fusion positive; ${ros1} fusion positive))`,
  ],
  ["No diabetes, HER2 positive", "I", `all(not(condition MONDO:0005015); ${her2} expression positive)`],
  // Several ways of one gene.
  ["HER2 overexpression or amplification", "I", `any(${her2} expression positive; ${her2} amplification positive)`],
  ["PD-L1 TPS ≥ 1% or CPS ≥ 10", "I", `any(${pdl1} expression positive >=1 %; ${pdl1} expression positive >=10 1)`],
  ["EGFR exon 19 deletion or L858R mutation", "I", `${egfr} mutation [exon 19 deletion, L858R] positive`],
  ["BRAF V600 mutation", "I", "HGNC:1097 mutation [V600] positive"],
  ["FLT3-ITD or FLT3-TKD mutation", "I", "any(HGNC:3765 mutation [ITD] positive; HGNC:3765 mutation [TKD] positive)"],
  ["EML4-ALK fusion", "I", `${alk} fusion positive`],
  ["Philadelphia chromosome-positive ALL", "I", "all(HGNC:76 fusion positive; condition MONDO:0004967)"],
  // Receptors.
  [
    "HR-positive/HER2-negative breast cancer",
    "I",
    `all(any(LAB:er-status positive; LAB:pr-status positive); ${her2} expression negative; condition MONDO:0007254)`,
  ],
  ["HR < 100 bpm", "I", "LAB:heart-rate <100 /min"],
  ["PR interval > 200 ms", "E", "LAB:pr-interval >200 ms"],
  [
    "Estrogen receptor, progesterone receptor, and HER2 negative",
    "I",
    `all(LAB:er-status negative; LAB:pr-status negative; ${her2} expression negative)`,
  ],
  // A diagnosis that stands once.
  [
    "EGFR-mutated or ALK-rearranged NSCLC",
    "I",
    `all(any(${egfr} mutation positive; ${alk} fusion positive); condition ${lung})`,
  ],
  [
    "HER2-positive or metastatic breast cancer",
    "I",
    `any(${her2} expression positive; condition MONDO:0007254 {metastatic})`,
  ],
  ["Diabetes or stage IV NSCLC", "I", `any(condition MONDO:0005015; all(stage IV; condition ${lung}))`],
  ["Relapsed AML or ALL", "I", "any(condition MONDO:0018874 {Relapsed}; condition MONDO:0004967)"],
  ["ALL, AML or CML", "I", "any(condition MONDO:0004967; condition MONDO:0018874; condition MONDO:0011996)"],
  ["ALL patients with AML", "I", "condition MONDO:0018874"],
  // What is still to be found out, and what only looks like a gene, an age or an allergy.
  ["Tissue for determination of KRAS mutation status", "I", '"Tissue for determination of KRAS mutation status"'],
  ["Known EGFR mutation status", "I", '"Known EGFR mutation status"'],
  ["Evaluable for PD-L1 expression", "I", '"Evaluable for PD-L1 expression"'],
  ["CR1 or CR2 after induction", "I", '"CR1 or CR2 after induction"'],
  ["Tissue sample no more than 12 months old", "I", '"Tissue sample no more than 12 months old"'],
  ["Penicillin sensitivity", "E", "allergy QHCLASS:penicillin"],
  [
    "Condition that affects insulin sensitivity",
    "E",
    'all(drug ATC:A10A|QHDRUG:insulin; "affects insulin sensitivity")',
  ],
];
const chinese: readonly Row[] = [
  ["EGFR/ALK阴性", "I", `all(${egfr} any negative; ${alk} any negative)`],
  ["BRCA1/2突变", "I", "any(HGNC:1100 mutation positive; HGNC:1101 mutation positive)"],
  ["无EGFR敏感突变及ALK融合", "I", `not(any(${egfr} mutation positive; ${alk} fusion positive))`],
  ["HER2过表达或扩增", "I", `any(${her2} expression positive; ${her2} amplification positive)`],
  ["HR阳性、HER2阴性", "I", `all(any(LAB:er-status positive; LAB:pr-status positive); ${her2} expression negative)`],
  [
    "HR+/HER2-乳腺癌",
    "I",
    `all(any(LAB:er-status positive; LAB:pr-status positive); ${her2} expression negative; condition MONDO:0004989)`,
  ],
  ["三阴性乳腺癌", "I", "condition MONDO:0005494"],
  [
    "EGFR突变或ALK融合的非小细胞肺癌",
    "I",
    `all(any(${egfr} mutation positive; ${alk} fusion positive); condition ${lung})`,
  ],
  ["BCR-ABL融合基因阳性", "I", "HGNC:76 fusion positive"],
  ["EGFR突变状态未知", "I", '"EGFR突变状态未知"'],
  ["PD-L1 TPS≥1%或CPS≥10", "I", `any(${pdl1} expression positive >=1 %; ${pdl1} expression positive >=10 1)`],
];

describe.skipIf(knowledge === null)("changes of genes", () => {
  saysTable(knowledge!, "en", english);
  saysTable(knowledge!, "zh", chinese);
});
