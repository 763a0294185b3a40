import { readFileSync } from "node:fs";
import { standardise } from "@qinghao/chemistry";
import { loadChemKit } from "@qinghao/chemistry/node";
import { unwrap } from "@qinghao/kernel";
import { expect, test } from "vitest";
import { demonstrationFile } from "../src/demonstration.ts";

const [header, ...rows] = readFileSync(demonstrationFile, "utf8").trim().split("\n");
const drugs = rows.map((row) => {
  const [name = "", smiles = "", use = "", formula = ""] = row.split(",");
  return { name, smiles, use, formula };
});

/** Published InChIKeys (PubChem) of the drugs with many stereo centres, where a slip of the pen is easiest. */
const published: Readonly<Record<string, string>> = {
  Artemisinin: "BLUAFEHZUWYNDE-NNWCWBAJSA-N",
  Artesunate: "FIHJKUPKCHIPAT-AHIGJZGOSA-N",
  Quinine: "LOUPRKONTZGTKE-WZBLMQSHSA-N",
  Dexamethasone: "UREBDLICKHMUKA-CXSFZGCWSA-N",
  Morphine: "BQJCRHHNABKAKU-KBQPJGBKSA-N",
  Dapagliflozin: "JVHXJTBJCFBINQ-ADAARDCZSA-N",
  Atorvastatin: "XUKUURHRXDUEBC-KAYWLYCHSA-N",
  Simvastatin: "RYMZZMVNJRMUDD-HGQWONQESA-N",
  Amoxicillin: "LSQZJLSUYDQPKJ-NJBDSQKTSA-N",
  Oseltamivir: "VSZGPKBBMSAYNT-RRFJBIMHSA-N",
  Zidovudine: "HBOMLICNUCNMMY-XLPZGREQSA-N",
  Tamoxifen: "NKANXQFJJICGDU-QPLCGJKRSA-N",
};

test("every drug has a name, a use and four columns", () => {
  expect(header).toBe("name,smiles,use,formula");
  expect(rows.every((row) => row.split(",").length === 4)).toBe(true);
  expect(drugs.every((drug) => drug.name !== "" && drug.use !== "")).toBe(true);
  expect(drugs.length).toBeGreaterThanOrEqual(60);
});

test("every structure has the drug's published formula, and the InChIKey where it is listed; none is there twice", async () => {
  const kit = await loadChemKit();
  const keys = new Set<string>();
  for (const { name, smiles, formula } of drugs) {
    const standard = unwrap(standardise(kit, smiles));
    expect(`${name} ${standard.formula}`).toBe(`${name} ${formula}`);
    if (name in published) expect(`${name} ${standard.inchikey}`).toBe(`${name} ${published[name]}`);
    keys.add(standard.inchikey);
  }
  expect(keys.size).toBe(drugs.length);
});
