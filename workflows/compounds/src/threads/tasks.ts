import type { NewCompound } from "@qinghao/db";
import type { BilingualText } from "@qinghao/db/schema";

/** A row of a file on its way to a thread: a structure to standardise, or a row that the reader refused. */
export type RowTask = {
  row: number;
  line: number;
  text: string;
  name: string | null;
  fields: Record<string, string>;
  refused: RowRefusal | null;
};
export type RowRefusal = { code: string; reason: BilingualText };

/** What became of a row. Units as in the table `compounds`. */
export type RowOutcome = { row: number; line: number; text: string } & (
  | { registered: RegisteredStructure; refused: null }
  | { registered: null; refused: RowRefusal }
);
export type RegisteredStructure = Omit<NewCompound, "id" | "toolkit" | "originalText" | "row">;

export type StandardiseTask = { kind: "standardise"; rows: RowTask[] };
export type StandardiseOutput = { kind: "standardise"; outcomes: RowOutcome[] };

/** Compounds to compare with a query; `pattern` is null where no fingerprint is stored yet. */
export type MatchTask = {
  kind: "match";
  query: string;
  candidates: { seq: number; smiles: string; pattern: Uint8Array | null }[];
};
export type MatchOutput = {
  kind: "match";
  compared: number;
  lastSeq: number;
  hits: number[];
  /** Compounds that could not be read. */
  failed: number;
  fingerprints: { seq: number; pattern: Uint8Array }[];
};

/** Asks which toolkit this is, and whether it can read a query. */
export type ToolkitTask = { kind: "toolkit"; query: string | null };
export type ToolkitOutput = { kind: "toolkit"; toolkit: string };

export type ChemistryTask = StandardiseTask | MatchTask | ToolkitTask;
export type ChemistryOutput = StandardiseOutput | MatchOutput | ToolkitOutput;
