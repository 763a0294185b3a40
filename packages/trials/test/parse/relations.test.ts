import { describe } from "vitest";
import { builtPacks } from "./knowledge-packs.ts";
import { type Row, saysTable } from "./says-table.ts";

const knowledge = builtPacks();

const progression = "condition MESH:D018450";
const recurrence = "condition MESH:D012008";
const platinum = "drug QHCLASS:platinum-compound";
const rituximab = "drug DRUGBANK:DB00073";
const chemotherapy = "drug ATC:L01A|ATC:L01B|ATC:L01C|ATC:L01D|ATC:L01XA";
const surgery = "procedure MESH:D013514";
const bypass = "procedure MESH:D001026";
const infarction = "condition MONDO:0005068";
const stroke = "condition MONDO:0005098";

const twoEvents: readonly Row[] = [
  [
    "Disease progression within 6 months after completion of platinum-based chemotherapy",
    "I",
    `after(${progression}; end of ${platinum}; 0..6month)`,
  ],
  [
    "Relapse at least 12 months after the last dose of rituximab",
    "I",
    `after(${recurrence}; end of latest ${rituximab}; 12month..)`,
  ],
  [
    "Progressed within 6 months of last platinum-based chemotherapy",
    "I",
    `after(${progression}; end of latest ${platinum}; 0..6month)`,
  ],
  [
    "Myocardial infarction within 3 months after coronary artery bypass",
    "E",
    `after(${infarction}; end of ${bypass}; 0..3month)`,
  ],
  ["Pneumonia during chemotherapy", "E", `during(condition MONDO:0005249; ${chemotherapy})`],
  ["Progressed on or after platinum-based chemotherapy", "I", `after(${progression}; ${platinum}; 0..)`],
  [
    "Disease progression during or within 6 months after platinum-based chemotherapy",
    "I",
    `any(during(${progression}; ${platinum}); after(${progression}; end of ${platinum}; 0..6month))`,
  ],
  [
    "Myocardial infarction or pneumonia within 3 months after coronary artery bypass",
    "E",
    `any(after(${infarction}; end of ${bypass}; 0..3month); after(condition MONDO:0005249; end of ${bypass}; 0..3month))`,
  ],
  [
    "No pneumonia within 3 months after coronary artery bypass",
    "I",
    `not(after(condition MONDO:0005249; end of ${bypass}; 0..3month))`,
  ],
];

/** What looks like a relation of two events and is none. */
const oneEvent: readonly Row[] = [
  ["Myocardial infarction within 6 months before randomization", "E", `${infarction} @-6month..0 start`],
  ["Surgery within 4 weeks of screening", "E", `${surgery} @-4week..0`],
  ["Stroke after 6 months", "E", `all(${stroke}; "after 6 months")`],
  ["Relapse", "I", '"Relapse"'],
  ["Chemotherapy within 4 weeks prior to surgery", "E", `all(${chemotherapy}; "within 4 weeks prior to surgery")`],
];

const washouts: readonly Row[] = [
  ["At least 4 weeks since prior chemotherapy", "I", `not(${chemotherapy} @-4week..0)`],
  ["At least 4 weeks must have elapsed since major surgery", "I", `not(${surgery} @-4week..0)`],
  ["More than 28 days since last dose of rituximab", "I", `not(${rituximab} @-28day..0)`],
  ["Last dose of rituximab at least 6 months before enrollment", "I", `not(${rituximab} @-6month..0)`],
  ["Last dose of rituximab less than 6 months prior to enrollment", "E", `${rituximab} @-6month..0`],
  ["Less than 4 weeks since last chemotherapy", "E", `${chemotherapy} @-4week..0`],
];

const halfLives: readonly Row[] = [
  [
    "Rituximab within 2 weeks or 5 half-lives, whichever is longer, before first dose",
    "E",
    `any(${rituximab} @-2week..0; all(${rituximab}; "or 5 half-lives, whichever is longer"))`,
  ],
  [
    "Rituximab within 2 weeks or 5 half-lives (whichever is shorter) prior to randomization",
    "E",
    `all(${rituximab} @-2week..0; "or 5 half-lives (whichever is shorter")`,
  ],
  [
    "No rituximab within 5 half-lives or 3 weeks, whichever is longer, before randomization",
    "I",
    `not(any(${rituximab} @-3week..0; all(${rituximab}; "5 half-lives or 3 weeks, whichever is longer")))`,
  ],
];

describe.skipIf(knowledge === null)("relations in time", () => {
  describe("two events", () => saysTable(knowledge!, "en", twoEvents));
  describe("one event", () => saysTable(knowledge!, "en", oneEvent));
  describe("washout", () => saysTable(knowledge!, "en", washouts));
  describe("half-lives, which no record holds", () => saysTable(knowledge!, "en", halfLives));
});
