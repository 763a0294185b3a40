import type { CriteriaVersionView } from "@qinghao/api/schema";
import type { MenuEntry } from "@qinghao/ui";
import { saveFile } from "@qinghao/ui/chart";
import { toCsv } from "../../../export/csv.ts";
import type { Snapshot } from "./edits.ts";
import type { CriterionNumber } from "./numbers.ts";

type Parts = {
  t: (key: "exportJson" | "exportCsv") => string;
  version: CriteriaVersionView;
  present: Snapshot;
  numbers: ReadonlyMap<string, CriterionNumber>;
};

/** The version as files: the document that every engine reads, and a table for people. */
export function exportEntries({ t, version, present, numbers }: Parts): MenuEntry[] {
  const name = `${present.document.source.id ?? version.trialId}-v${version.version}`;
  return [
    {
      id: "json",
      label: t("exportJson"),
      onAction: () => saveFile(`${name}.json`, "application/json", `${JSON.stringify(present.document, null, 2)}\n`),
    },
    {
      id: "csv",
      label: t("exportCsv"),
      onAction: () => saveFile(`${name}.csv`, "text/csv", toCsv(header, versionRows(version, present, numbers))),
    },
  ];
}

const header = [
  "number",
  "id",
  "type",
  "text",
  "reading_en",
  "reading_zh",
  "computable",
  "decision",
  "person",
  "at",
  "notes",
  "start",
  "end",
];

function versionRows(
  version: CriteriaVersionView,
  { document, reviews }: Snapshot,
  numbers: ReadonlyMap<string, CriterionNumber>,
) {
  const readings = new Map(version.readings.map(({ id, reading }) => [id, reading]));
  return document.criteria.map((one) => [
    numbers.get(one.id)?.n ?? "",
    one.id,
    one.type,
    one.text,
    readings.get(one.id)?.en ?? "",
    readings.get(one.id)?.zh ?? "",
    one.computable,
    reviews[one.id]?.decision ?? "",
    reviews[one.id]?.person ?? "",
    reviews[one.id]?.at ?? "",
    one.notes.join(" · "),
    one.start,
    one.end,
  ]);
}
