import { describe, expect, test } from "vitest";
import { languageOf } from "../../src/parse/languages.ts";
import { type Item, splitCriteria } from "../../src/parse/split/items.ts";

const english = languageOf("en", "");
type Outline = string | [string, Outline[]];

function outline(text: string): [string, Outline[]][] {
  const show = ({ from, to, children }: Item): Outline => {
    const words = text.slice(from, to).replace(/\s+/g, " ");
    return children.length === 0 ? words : [words, children.map(show)];
  };
  return splitCriteria(english, text).map(({ type, items }) => [type, items.map(show)]);
}

describe("splitting", () => {
  test("registry text: dashes, wrapped lines, blank lines between", () => {
    const text =
      "\n        Inclusion Criteria:\n\n          -  Age of 18 years or more, and a second line that\n             goes on here\n\n          -  Signed consent\n\n        Exclusion Criteria:\n\n          -  Pregnancy\n      ";
    expect(outline(text)).toEqual([
      ["inclusion", ["Age of 18 years or more, and a second line that goes on here", "Signed consent"]],
      ["exclusion", ["Pregnancy"]],
    ]);
  });
  test("numbers with a lettered list below, and back", () => {
    const text = "Inclusion Criteria:\n1. Adequate organ function:\n   a. Hb ≥ 9 g/dL\n   b. ANC ≥ 1.5\n2. Consent";
    expect(outline(text)).toEqual([
      ["inclusion", [["Adequate organ function:", ["Hb ≥ 9 g/dL", "ANC ≥ 1.5"]], "Consent"]],
    ]);
  });
  test("bullets of a deeper level below bullets", () => {
    const text = "Exclusion Criteria\n* Any of the following:\n  * stroke\n  * angina\n* HIV";
    expect(outline(text)).toEqual([["exclusion", [["Any of the following:", ["stroke", "angina"]], "HIV"]]]);
  });
  test("numbering inside a line", () => {
    const text = "Inclusion criteria:\n- Organ function defined as: 1) Hb ≥ 9 g/dL; 2) platelets ≥ 100; 3) ANC ≥ 1.5";
    expect(outline(text)).toEqual([
      ["inclusion", [["Organ function defined as:", ["Hb ≥ 9 g/dL", "platelets ≥ 100", "ANC ≥ 1.5"]]]],
    ]);
  });
  test("a decimal at the beginning of a line is no number of a list", () => {
    expect(outline("Inclusion criteria:\n- Creatinine below\n1.5 mg/dL\n- Consent")).toEqual([
      ["inclusion", ["Creatinine below 1.5 mg/dL", "Consent"]],
    ]);
  });
  test("pasted lines without markers are entries of their own", () => {
    expect(outline("Inclusion Criteria\nAge over 18\nDiabetes\nExclusion Criteria\nPregnancy")).toEqual([
      ["inclusion", ["Age over 18", "Diabetes"]],
      ["exclusion", ["Pregnancy"]],
    ]);
  });
  test("text before any heading counts as inclusion; a title opens nothing", () => {
    expect(outline("Eligibility Criteria:\n- Adults\nKey Exclusion Criteria:\n- HIV")).toEqual([
      ["inclusion", ["Adults"]],
      ["exclusion", ["HIV"]],
    ]);
  });
  test("a heading that only names the part keeps its section", () => {
    expect(outline("INCLUSION CRITERIA FOR PART B:\n- Adults").map(([type]) => type)).toEqual(["inclusion"]);
  });
});
