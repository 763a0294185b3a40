import { describe, expect, test } from "vitest";
import { UCUM_BASE_UNITS, UCUM_PREFIXES, UCUM_UNITS } from "../../src/units/ucum-essence.ts";
import { elementsOf, readXml, type XmlElement } from "../read-xml.ts";
import { readShared, sharedDataset } from "../shared-dataset.ts";

const FILE = "terminology/ucum/ucum-essence.xml";

const only = (element: XmlElement, name: string): XmlElement => elementsOf(element, name)[0]!;
const nameOf = (element: XmlElement): string => only(element, "name").text.trim().replace(/\s+/g, " ");

describe.skipIf(sharedDataset(FILE) === undefined)("the table of units", () => {
  const root = readXml(readShared(FILE));

  test("holds the prefixes as published", () => {
    const published = elementsOf(root, "prefix").map(
      (own) => `${own.attributes.Code}|${only(own, "value").attributes.value}|${nameOf(own)}`,
    );
    expect(UCUM_PREFIXES.split("\n")).toEqual(published);
  });

  test("holds the base units as published", () => {
    const published = elementsOf(root, "base-unit").map((own) => `${own.attributes.Code}|${nameOf(own)}`);
    expect(UCUM_BASE_UNITS.split("\n")).toEqual(published);
  });

  test("holds the units as published", () => {
    const published = elementsOf(root, "unit").map((own) => {
      const { Code, isMetric, isArbitrary, isSpecial } = own.attributes;
      const flags = `${isMetric === "yes" ? "m" : ""}${isArbitrary === "yes" ? "a" : ""}${isSpecial === "yes" ? "s" : ""}`;
      const value = only(own, "value");
      const special = elementsOf(value, "function")[0]?.attributes;
      const number = special === undefined ? value.attributes.value : `${special.name}:${special.value}`;
      const unit = special === undefined ? value.attributes.Unit : special.Unit;
      return [Code, flags || "-", number, unit, nameOf(own)].join("|");
    });
    expect(UCUM_UNITS.split("\n")).toEqual(published);
  });
});
