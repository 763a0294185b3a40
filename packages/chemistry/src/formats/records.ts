import type { QinghaoError } from "@qinghao/kernel";
import type { ColumnMapping, FileFormat } from "../schema.ts";

/** One data row of a file: a structure text with its name and fields, or the reason why there is none. */
export type InputRecord =
  | {
      /** 1-based data row. */
      row: number;
      /** 1-based line of the file where the row begins. */
      line: number;
      /** The structure as written: SMILES (with its CXSMILES part) or molblock. */
      text: string;
      ok: true;
      name: string | null;
      fields: Record<string, string>;
    }
  | {
      row: number;
      line: number;
      /** The row as written, cut to 1,000 characters. */
      text: string;
      ok: false;
      error: QinghaoError;
    };

export type ReadLimits = {
  /** Characters that one line, or one CSV row that spans lines, may have. */
  lineLength: number;
  /** Characters that one SDF record may have. */
  recordLength: number;
  /** Atoms that one structure may have. */
  atoms: number;
  /** Bytes that a compressed file may grow to. */
  decompressedBytes: number;
  /** Times that a compressed file may grow once it has grown past 64 MiB. */
  decompressionRatio: number;
};

export const defaultLimits: ReadLimits = {
  lineLength: 1_000_000,
  recordLength: 16_000_000,
  atoms: 999,
  decompressedBytes: 16 * 2 ** 30,
  decompressionRatio: 200,
};

export type ReadOptions = {
  /** Detected from the content when absent. */
  format?: FileFormat;
  /** Detected when absent. Ignored for SDF. */
  mapping?: ColumnMapping;
  fileName?: string;
  limits?: Partial<ReadLimits>;
  signal?: AbortSignal;
};

/** What a row parser yields; the row number is added, and the atom limit checked, in one place for all formats. */
export type RawRecord =
  | { line: number; text: string; name: string | null; fields: Record<string, string> }
  | { line: number; text: string; error: QinghaoError };

/** Rejected text that is kept for the person who looks for it. */
export const excerptOf = (text: string): string => (text.length > 1000 ? `${text.slice(0, 1000)}…` : text);
