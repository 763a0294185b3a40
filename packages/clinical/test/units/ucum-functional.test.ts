import { describe, expect, test } from "vitest";
import {
  convert,
  displayNameOfUnit,
  divideQuantities,
  multiplyQuantities,
  type Quantity,
  validateUnit,
} from "../../src/units/index.ts";
import { elementsOf, readXml } from "../read-xml.ts";
import { readShared, sharedDataset } from "../shared-dataset.ts";

const FOLDER = "terminology/ucum";

/** Cases of the edition of 2014 that the edition of 2021 withdrew or corrected; the newer one counts. */
const WITHDRAWN_OF_2014: Readonly<Record<string, string>> = {
  "1-103": "the empty text: commented out in 2021, it is a default of a data type and no unit",
  "k=1=049": "g.m/{hb}m2: removed in 2021, a unit may not follow an annotation (1-116a says so)",
  "2-108": "names of 2014 in capitals: corrected to newton and ampère",
  "3-111": "s/m/mg: outcome corrected from 0.0063 to 6300",
  "3-115": "s/4.m: corrected to s/4/m, since operators associate to the left",
};

type Case = { readonly id: string; readonly attributes: Readonly<Record<string, string>> };

function readCases(file: string): readonly Case[] {
  const text = readShared(`${FOLDER}/${file}`);
  return elementsOf(readXml(text), "case").map(({ attributes }) => ({ id: attributes.id!, attributes }));
}

const EDITIONS = [
  { file: "UcumFunctionalTests.xml", cases: 573, withdrawn: {} as Readonly<Record<string, string>> },
  { file: "UcumFunctionalTests.2.xml", cases: 564, withdrawn: WITHDRAWN_OF_2014 },
];

describe.skipIf(sharedDataset(FOLDER) === undefined)("UCUM functional tests", () => {
  for (const edition of EDITIONS) {
    test(`${edition.file}: every case that is in force`, () => {
      const cases = readCases(edition.file);
      expect(cases).toHaveLength(edition.cases);
      const failed = cases.filter((own) => !passes(own)).map((own) => own.id);
      expect(failed.sort()).toEqual(Object.keys(edition.withdrawn).sort());
    });
  }
});

function passes({ attributes }: Case): boolean {
  if (attributes.valid !== undefined) return String(validateUnit(attributes.unit!).ok) === attributes.valid;
  if (attributes.display !== undefined) {
    const name = displayNameOfUnit(attributes.unit!);
    return name.ok && name.value === attributes.display;
  }
  if (attributes.srcUnit !== undefined) {
    const { value, srcUnit, dstUnit, outcome } = attributes;
    const converted = convert(Number(value), srcUnit, dstUnit!);
    return converted.ok && agrees(converted.value, outcome!);
  }
  const [a, b] = [quantity(attributes, 1), quantity(attributes, 2)];
  // The suite keeps multiplication and division apart by section alone; only products expect g.m.
  const result = attributes.uRes === "g.m" ? multiplyQuantities(a, b) : divideQuantities(a, b);
  if (!result.ok) return false;
  const inUnit = convert(result.value.value, result.value.unit, attributes.uRes || "1");
  return inUnit.ok && agrees(inUnit.value, attributes.vRes!);
}

const quantity = (attributes: Readonly<Record<string, string>>, index: 1 | 2): Quantity => ({
  value: Number(attributes[`v${index}`]),
  unit: attributes[`u${index}`]!,
});

// The suite states outcomes to the digits it prints: 25 stands for 25.2. Half a unit of the last digit is allowed.
function agrees(value: number, printed: string): boolean {
  const digits = printed
    .replace(/e.*$/i, "")
    .replace(/^[0.]+/, "")
    .replace(".", "").length;
  const expected = Number(printed);
  const lastPlace = 10 ** (Math.floor(Math.log10(Math.abs(expected))) - (Math.min(digits, 15) - 1));
  return Math.abs(value - expected) <= 0.5 * lastPlace * (1 + 1e-9);
}
