import { addSearchIndex, KnowledgePack, keysOfTerm, link, openKnowledge, writePack } from "@qinghao/knowledge";
import { describe, expect, test } from "vitest";
import { smallRows } from "./small-pack.ts";

const rows = smallRows(
  "words",
  [
    ["MONDO:0014912", "disease", ["infantile-onset periodic fever"], ["ORAS", "abbreviation"]],
    ["MONDO:0018876", "disease", ["mantle cell lymphoma"], ["MCL", "abbreviation"]],
    ["MONDO:0008287", "disease", ["Greig cephalopolysyndactyly"], ["GCPS", "abbreviation"]],
    ["MONDO:0010533", "disease", ["Arts syndrome"], ["Arts"]],
    ["MONDO:0011849", "disease", ["psoriatic arthritis"], ["PsA", "abbreviation"]],
    ["LAB:psa", "lab", ["prostate-specific antigen"], ["PSA", "abbreviation"]],
    ["HGNC:7", "gene", ["A2M"]],
    ["HGNC:3430", "gene", ["ERBB2"], ["HER2", "abbreviation"]],
    ["HGNC:3244", "gene", ["EHD3"], ["PAST3", "abbreviation"]],
    ["HGNC:4823", "gene", ["HBA1"]],
    ["DRUGBANK:DB01306", "drug", ["Insulin aspart"], ["Aspart"]],
    ["DRUGBANK:DB01373", "drug", ["Calcium"], ["Factor IV"]],
    ["DRUGBANK:DB10632", "drug", ["Date"]],
    ["DRUGBANK:DB00284", "drug", ["Acarbose"], ["Precose", "brand"]],
    ["QHCLASS:gi", "drug-class", ["gastrointestinal drug"]],
    ["MESH:D017348", "procedure", ["Scanning Transmission Electron Microscopy"], ["STEM", "abbreviation"]],
    ["ICD10CM:S12.1", "code", ["Fracture of second cervical vertebra", "code-title"], ["Axis", "inclusion-term"]],
    ["HP:0001824", "phenotype", ["Laboratory abnormality"]],
  ],
  [],
);
const knowledge = openKnowledge([new KnowledgePack(addSearchIndex(writePack(rows, keysOfTerm)))]);
const linked = (text: string) =>
  link(knowledge, text).flatMap(({ concept, start, end }) =>
    concept === null ? [] : [`${text.slice(start, end)} = ${concept}`],
  );

describe("names in running text", () => {
  test.each([
    ["a short form split over two words", "History of ulcerative colitis or a history of fever"],
    ["a name of one word split over two", "Planned as part of the study"],
    ["a unit that holds the letters of a symbol in another order", "A dose of 25 mg/m2 is given"],
    ["a symbol in small letters apart from its number", "Surgery within the past 3 months of Screening"],
    ["a unit that is written like a short form", "Platelets above 100 per mcL at Screening"],
    ["a short form that lacks a letter", "Conduct according to GCP in all Sites"],
    ["a symbol cut out of a longer one", "Diabetes as defined by HBA1c of more than 8"],
    ["a name without its number", "Growth factor within 2 weeks of Entry"],
    ["an everyday word", "Signed before the date of the Visit"],
    ["the same letters as a word", "Patients with stem cell transplantation"],
    ["a class without the word drug", "Any gastrointestinal condition of Note"],
    ["one word of a code's index", "A disorder on Axis II of the manual"],
    ["two phrases joined", "Any abnormality or laboratory value of Note"],
    ["a mistyped short word", "Blood drawn predose and at every one of the many later Visits of the study"],
  ])("%s is no name", (_, text) => {
    expect(linked(text)).toEqual([]);
  });

  test.each([
    ["Patients with MCL or ORAS", "MCL = MONDO:0018876", "ORAS = MONDO:0014912"],
    ["HER 2 positive by local testing", "HER 2 = HGNC:3430"],
    ["HER2-negative by local testing", "HER2 = HGNC:3430"],
    ["A PSA below 4 at Screening", "PSA = LAB:psa"],
    ["A history of PsA at Screening", "PsA = MONDO:0011849"],
    ["Images by STEM at Screening", "STEM = MESH:D017348"],
    ["date", "date = DRUGBANK:DB10632"],
    ["mcl", "mcl = MONDO:0018876"],
    ["axis", "axis = ICD10CM:S12.1"],
    ["a gastrointestinal drug of any kind", "gastrointestinal drug = QHCLASS:gi"],
  ])("%s", (text, ...expected) => {
    expect(linked(text)).toEqual(expected);
  });
});
