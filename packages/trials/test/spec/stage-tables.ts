import { condition, fact, record } from "./record-builder.ts";
import type { SpecTable } from "./spec-table.ts";

const stage = (concept: string, start: string, tumour?: string) =>
  fact({ kind: "stage", concept, start, ...(tumour === undefined ? {} : { tumour }) });

/** Stages, of any tumour and of a named one. */
export const stageTables: readonly SpecTable[] = [
  {
    name: "stage III",
    criterion: { kind: "stage", groups: ["III"] },
    rows: [
      { record: record([stage("STAGE:IIIB", "2024")]), is: "true", because: "a part of stage III" },
      { record: record([stage("STAGE:II", "2024")]), is: "false", because: "another stage" },
      {
        record: record([stage("STAGE:IIIB", "2022-01-01"), stage("STAGE:IV", "2024-01-01")]),
        is: "false",
        because: "the latest counts",
      },
      { record: record([]), is: "unknown", because: "no record" },
    ],
  },
  {
    name: "stage IV of a lung cancer",
    criterion: { kind: "stage", concepts: { of: [{ id: "D:lung-cancer" }] }, groups: ["IV"] },
    rows: [
      { record: record([stage("STAGE:IV", "2024", "D:nsclc")]), is: "true", because: "of a lung cancer" },
      { record: record([stage("STAGE:II", "2024", "D:lung-cancer")]), is: "false", because: "of it, another stage" },
      {
        record: record([stage("STAGE:IV", "2024", "D:breast-cancer")]),
        is: "unknown",
        because: "of another tumour: nothing is said of the lung",
      },
      {
        record: record([
          stage("STAGE:II", "2024-01-01", "D:lung-cancer"),
          stage("STAGE:IV", "2024-02-01", "D:breast-cancer"),
        ]),
        is: "false",
        because: "the later one is of another tumour",
      },
      { record: record([stage("STAGE:IV", "2024")]), is: "unknown", because: "no tumour is on record" },
      {
        record: record([condition("D:nsclc", "2023"), stage("STAGE:IV", "2024")]),
        is: "true",
        because: "only a lung cancer is on record",
      },
      {
        record: record([condition("D:nsclc", "2023"), condition("D:breast-cancer", "2020"), stage("STAGE:IV", "2024")]),
        is: "unknown",
        because: "of either",
      },
      {
        record: record([
          condition("D:nsclc", "2023"),
          condition("D:breast-cancer", "2020", { assertion: "absent" }),
          stage("STAGE:IV", "2024"),
        ]),
        is: "true",
        because: "the other one was ruled out",
      },
      {
        record: record([
          condition("D:nsclc", "2023"),
          condition("D:breast-cancer", "2020", { assertion: "family" }),
          stage("STAGE:IV", "2024"),
        ]),
        is: "true",
        because: "the other one is a relative's",
      },
      {
        record: record([condition("D:nsclc", "2023", { assertion: "possible" }), stage("STAGE:IV", "2024")]),
        is: "unknown",
        because: "the lung cancer is only suspected",
      },
      {
        record: record([condition("D:breast-cancer", "2020"), stage("STAGE:I", "2024")]),
        is: "unknown",
        because: "a stage of the breast cancer says nothing of the lung",
      },
      {
        record: record([condition("D:nsclc", "2024-06"), stage("STAGE:IV", "2024")]),
        is: "unknown",
        because: "the diagnosis comes after the index date",
      },
      {
        record: record([stage("STAGE:IV", "2024", "BROAD:cancer-of-chest")]),
        is: "unknown",
        because: "a code that covers more than lung cancer",
      },
      {
        record: record([
          condition("D:nsclc", "2023"),
          condition("D:breast-cancer", "2020"),
          stage("STAGE:II", "2024-01-01", "D:nsclc"),
          stage("STAGE:IV", "2024-02-01"),
        ]),
        is: "unknown",
        because: "the later one may be of either",
      },
      {
        record: record([
          condition("D:breast-cancer", "2020"),
          stage("STAGE:IV", "2023-01-01"),
          stage("STAGE:II", "2024-02-01", "D:nsclc"),
        ]),
        is: "false",
        because: "the one of unknown tumour is older",
      },
    ],
  },
  {
    name: "stage I or IIIB, T4 and N0",
    criterion: { kind: "stage", groups: ["I", "IIIB"], t: ["T4"], n: ["N0"] },
    rows: [
      {
        record: record([stage("STAGE:III", "2024"), stage("TNM:T4a", "2024"), stage("TNM:N0", "2024")]),
        is: "unknown",
        because: "III may be IIIB",
      },
      {
        record: record([stage("STAGE:IV", "2024"), stage("TNM:T4a", "2024"), stage("TNM:N0", "2024")]),
        is: "false",
        because: "IV is not below I",
      },
      {
        record: record([stage("STAGE:IA", "2024"), stage("TNM:T4", "2024"), stage("TNM:N0", "2024")]),
        is: "true",
        because: "every part fits",
      },
      {
        record: record([stage("STAGE:IA", "2024"), stage("TNM:T4", "2024"), stage("TNM:N1", "2024")]),
        is: "false",
        because: "N1",
      },
    ],
  },
];
