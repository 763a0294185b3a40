import { expect, it } from "vitest";
import { Assembly } from "../../src/build/index.ts";
import { addAbbreviations } from "../../src/build/own/abbreviations.ts";
import { limitNames } from "../../src/build/own/name-limits.ts";
import { sourcesOf } from "./small-sources.ts";

const sources = sourcesOf({
  "own-abbreviations": {
    "abbreviations.checked.tsv": `
      abbr ; en ; zh ; kind ; ambiguous_with ; concept ; status
      ALT ; alanine aminotransferase ; 丙氨酸氨基转移酶 ; lab ; ; LAB:alt ; confirmed
      PCT ; procalcitonin ; 降钙素原 ; lab ; porphyria cutanea tarda ; LAB:pct ; confirmed`,
  },
  "trial-abbreviations-zh": { "abbreviations.tsv": "abbreviation ; name_en ; name_zh" },
});

it("a short form that is a laboratory item alone is not used for a disease; one of two meanings is", () => {
  const assembly = new Assembly();
  for (const id of ["LAB:alt", "LAB:pct"]) assembly.addConcept(id, "lab", "own-labs");
  for (const [id, short] of [
    ["MONDO:0005103", "ALT"],
    ["MONDO:0016362", "PCT"],
  ] as const) {
    assembly.addConcept(id, "disease", "mondo");
    assembly.addTerm(id, short, "mondo", { role: "abbreviation" });
  }
  addAbbreviations(assembly, sources);
  const usable = (id: string, text: string) => assembly.terms.get(id)?.find((term) => term.text === text)?.usable;
  expect([usable("MONDO:0005103", "ALT"), usable("LAB:alt", "ALT")]).toEqual([false, true]);
  expect([usable("MONDO:0016362", "PCT"), usable("LAB:pct", "PCT")]).toEqual([true, true]);
});

it("a name that means something else in clinical text is shown and not used, here or everywhere", () => {
  const limits = sourcesOf({
    "own-abbreviations": {
      "name-limits.checked.tsv": `
        name ; source ; concept ; concept_name ; reason
        BP ; ; MONDO:0019082 ; bullous pemphigoid ; blood pressure
        * ; mesh ; MONDO:0001386 ; visual epilepsy ; another descriptor
        THC ; ; * ; ; tetrahydrocannabinol
        XX ; ; MONDO:0019082 ; ; not there`,
    },
  });
  const assembly = new Assembly();
  for (const [id, text, from] of [
    ["MONDO:0019082", "BP", "mondo"],
    ["MONDO:0001386", "visual epilepsy", "mondo"],
    ["MONDO:0001386", "Seizures", "mesh"],
    ["MONDO:0000001", "THC", "mondo"],
    ["HGNC:1", "thc", "hgnc"],
    ["HGNC:2", "BP", "hgnc"],
  ] as const) {
    assembly.addConcept(id, id.startsWith("H") ? "gene" : "disease", from);
    assembly.addTerm(id, text, from);
  }
  limitNames(assembly, limits);
  expect([...assembly.termRows()].filter(({ usable }) => usable).map(({ text }) => text)).toEqual([
    "visual epilepsy",
    "BP",
  ]);
  expect(assembly.unmapped.map(({ name }) => name)).toEqual(["XX"]);
});
