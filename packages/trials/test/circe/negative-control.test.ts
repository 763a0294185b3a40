import { describe, expect, test } from "vitest";
import { formatDay } from "../../src/circe/days.ts";
import { openCdm, openVocabulary } from "../../src/circe/index.ts";
import { type NegativeControl, negativeControlRows } from "../../src/circe/negative-control.ts";
import { cdmTables, circeBe, hasData, readTables } from "./circe-data.ts";

const cases: [string, NegativeControl][] = [
  ["firstOccurrence/firstOccurrenceTest", { occurrence: "first", domains: ["condition"], descendants: true }],
  ["allOccurrences/allOccurrencesTest", { occurrence: "all", domains: ["drug"], descendants: true }],
  ["detectOnDescendants/detectOnDescendantsTrueTest", { occurrence: "all", domains: ["procedure"], descendants: true }],
  [
    "detectOnDescendants/detectOnDescendantsFalseTest",
    { occurrence: "all", domains: ["observation"], descendants: false },
  ],
];

describe.skipIf(!hasData(circeBe))("OHDSI circe-be: negative controls", () => {
  test.each(cases)("%s", (name, control) => {
    const data = {
      cdm: openCdm(cdmTables(readTables(`negativecontrols/${name}_PREP.json`))),
      vocabulary: openVocabulary(cdmTables(readTables("datasets/vocabulary.json"))),
    };
    const rows = negativeControlRows(control, [1], data).map(({ outcome, person, day }) => ({
      cohort_definition_id: outcome,
      subject_id: person,
      cohort_start_date: formatDay(day),
      cohort_end_date: formatDay(day),
    }));
    expect(rows).toEqual(Object.values(readTables(`negativecontrols/${name}_VERIFY.json`))[0]);
  });
});
