import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { gunzipSync } from "node:zlib";

/** A judgement with the texts that it is about, taken again from the staged collection. */
export type JudgedPair = {
  readonly id: string;
  readonly patient: string;
  readonly trial: string;
  /** Sentences numbered `0. …`, one a line. */
  readonly note: string;
  readonly criterion: string;
  readonly type: "inclusion" | "exclusion";
  readonly label: string;
  /** Another label that a careful reader could defend; null where there is none. */
  readonly alsoDefensible: string | null;
  /** Sentences of the note that the label rests on. */
  readonly sentences: readonly number[];
  readonly half: "a" | "b" | "c" | "d" | "e" | "f";
};

type Cells = Record<string, string>;
type Topic = { _id: string; text: string };

const lastSentence =
  "The patient will provide informed consent, and will comply with the trial protocol without any practical issues.";
const sources = {
  ctgov_eligibility_top: { file: "ctgov_eligibility_top.ndjson.gz", id: "nctId", text: "criteria" },
  trials_parsed: { file: "criteria_split/trials_parsed.ndjson.gz", id: "nct_id", text: null },
  lct_corpus: { file: "lct_corpus.ndjson.gz", id: "nctId", text: "text" },
} as const;
const topicSets = ["sigir", "trec_2021", "trec_2022"];

/**
 * Joins judgements.csv with the notes and criteria of a staged collection (its folder `trials`). Null where the collection
 * is not there. Errors: a note or criterion whose checksum differs from the one that was judged.
 */
export async function rebuildPairs(trials: string): Promise<JudgedPair[] | null> {
  if (!existsSync(trials)) return null;
  const notes = await readNotes(trials);
  const records = await readTrials(trials);
  const rows = await readTable("judgements.csv");
  return rows.map((row) => {
    const note = notes.get(row.patient!);
    const criterion = oneLine(criterionOf(records.get(`${row.source} ${row.trial}`), row));
    if (note === undefined || sha256(criterion) !== row.criterion_sha256) {
      throw new Error(`${row.id}: ${row.trial} is not the text that was judged`);
    }
    return {
      id: row.id!,
      patient: row.patient!,
      trial: row.trial!,
      note,
      criterion,
      type: row.type as JudgedPair["type"],
      label: row.label!,
      alsoDefensible: row.also_defensible === "" ? null : row.also_defensible!,
      sentences: row.sentences === "" ? [] : row.sentences!.split(" ").map(Number),
      half: row.half as JudgedPair["half"],
    };
  });
}

async function readNotes(trials: string): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const set of topicSets) {
    const lines = await readFile(path.join(trials, "patient_to_trial", set, "queries.jsonl"), "utf8");
    for (const topic of lines
      .trimEnd()
      .split("\n")
      .map((line): Topic => JSON.parse(line))) {
      texts.set(topic._id, numberedNote(topic.text));
    }
  }
  const notes = new Map<string, string>();
  for (const { patient, note_sha256 } of await readTable("notes.csv")) {
    const note = texts.get(patient!) ?? "";
    if (sha256(note) !== note_sha256) throw new Error(`${patient} is not the note that was judged`);
    notes.set(patient!, note);
  }
  return notes;
}

/** The note's sentences, numbered from 0, and the sentence on consent that the physicians' annotation appends to each. */
function numberedNote(text: string): string {
  const sentences: string[] = [];
  for (const part of oneLine(text).split(/(?<=[.!?])\s+(?=[A-Z"[(])/)) {
    const before = sentences.at(-1);
    if (before !== undefined && /\b(Dr|Mr|Mrs|Ms|vs|No|St|approx|h\/o|s\/p)\.$/.test(before)) {
      sentences[sentences.length - 1] = `${before} ${part}`;
    } else sentences.push(part);
  }
  return [...sentences, lastSentence].map((sentence, place) => `${place}. ${sentence}`).join("\n");
}

/** The first record of each trial in each source, by `source trial`. */
async function readTrials(trials: string): Promise<Map<string, unknown>> {
  const records = new Map<string, unknown>();
  for (const [source, { file, id, text }] of Object.entries(sources)) {
    const lines = gunzipSync(await readFile(path.join(trials, file))).toString("utf8");
    for (const line of lines.trimEnd().split("\n")) {
      const record = JSON.parse(line) as Cells;
      const key = `${source} ${record[id]}`;
      if (!records.has(key)) records.set(key, text === null ? record : record[text]);
    }
  }
  return records;
}

/** Locators: `120-245`, UTF-16 units of the eligibility text; `exclusion/3`, place in the list of that type. */
function criterionOf(record: unknown, row: Cells): string {
  const [first = "", second = ""] = row.locator!.split(/[-/]/);
  if (typeof record === "string") return record.slice(Number(first), Number(second));
  return (record as Record<string, string[]> | undefined)?.[first]?.[Number(second)] ?? "";
}

async function readTable(name: string): Promise<Cells[]> {
  const text = await readFile(path.join(import.meta.dirname, name), "utf8");
  const [head = "", ...lines] = text.trimEnd().split("\n");
  const columns = head.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(columns.map((column, place) => [column, cells[place] ?? ""]));
  });
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
