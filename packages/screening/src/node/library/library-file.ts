import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { crc32 } from "node:zlib";
import { type FingerprintKind, fingerprintBits } from "@qinghao/chemistry";
import { screeningErrors } from "../../errors.ts";
import type { ColumnSource } from "../../similarity/column-cache.ts";
import type { SegmentInfo } from "../../similarity/column-segment.ts";
import {
  type Directory,
  type FailedRow,
  type FingerprintSection,
  headerBytes,
  type Place,
  type SegmentEntry,
  unpackDirectory,
  unpackHeader,
} from "./format.ts";
import { TextTable } from "./string-table.ts";

/** Text tables of segments that stay in memory; each has some 10 bytes (ids) to 50 bytes (SMILES) per row. */
const keptTables = 16;

/** A .qlib file that is open for reading. Only its directory is read at once; everything else when it is asked for. */
export class LibraryFile {
  readonly path: string;
  readonly #fd: number;
  readonly #directory: Directory;
  readonly #tables = new Map<string, TextTable>();

  private constructor(path: string, fd: number, directory: Directory) {
    this.path = path;
    this.#fd = fd;
    this.#directory = directory;
  }

  /** @throws `screening.library.missing`, `screening.library.foreign`, `.version`, `.damaged` */
  static open(path: string): LibraryFile {
    const fd = openFile(path);
    try {
      const size = fstatSync(fd).size;
      const { directory } = unpackHeader(readBytes(fd, 0, Math.min(headerBytes, size), "header"));
      if (directory.offset + directory.length > size) throw damaged("directory");
      const bytes = readChecked(fd, directory, "directory");
      return new LibraryFile(path, fd, unpackDirectory(bytes));
    } catch (error) {
      closeSync(fd);
      throw error;
    }
  }

  get kinds(): readonly FingerprintKind[] {
    return this.#directory.kinds;
  }

  get segments(): readonly SegmentEntry[] {
    return this.#directory.segments;
  }

  /** Rows of the inputs, readable or not. */
  get rows(): number {
    return this.segments.reduce((sum, { rows }) => sum + rows, 0);
  }

  get failedRows(): number {
    return this.segments.reduce((sum, { failed }) => sum + failed, 0);
  }

  id(row: number): string {
    return this.#text("ids", row);
  }

  /** As it was written, or from the molblock; empty for a row that could not be read. */
  smiles(row: number): string {
    return this.#text("smiles", row);
  }

  /** The rows that could not be read, with their reasons. */
  *failures(): Generator<FailedRow> {
    for (const { failures } of this.segments) {
      const text = new TextDecoder().decode(readChecked(this.#fd, failures, "failures"));
      for (const line of text.split("\n")) if (line !== "") yield JSON.parse(line) as FailedRow;
    }
  }

  /** The fingerprints of one kind. @throws `screening.fingerprint.absent`, `screening.library.damaged` */
  fingerprints(kind: FingerprintKind): ColumnSource {
    if (!this.kinds.includes(kind)) {
      const kinds = this.kinds.filter((other) => other !== "pattern").join(", ");
      throw screeningErrors.create("fingerprint.absent", { kind, kinds });
    }
    const bits = fingerprintBits[kind];
    const sections = this.segments.map(({ fingerprints }) => fingerprints.find((section) => section.kind === kind)!);
    const opened = sections.map((section) => this.#openColumns(section));
    return {
      bits,
      segments: opened.map(({ info }) => info),
      readColumns: (segment, first, count, into) => {
        const { columns, stride } = sections[segment]!;
        readInto(this.#fd, into.subarray(0, count * stride), columns.offset + first * stride, "fingerprints");
        for (let i = 0; i < count; i++) {
          const column = into.subarray(i * stride, (i + 1) * stride);
          if (crc32(column) !== opened[segment]!.checksums[first + i]) throw damaged("fingerprints");
        }
      },
    };
  }

  /** The packed molecules of one segment, in memory that threads share. */
  moleculeSection(segment: number): SharedArrayBuffer {
    const { molecules } = this.segments[segment]!;
    const buffer = new SharedArrayBuffer(molecules.length);
    const bytes = new Uint8Array(buffer);
    readInto(this.#fd, bytes, molecules.offset, "molecules");
    if (crc32(bytes) !== molecules.crc32) throw damaged("molecules");
    return buffer;
  }

  close(): void {
    closeSync(this.#fd);
  }

  [Symbol.dispose](): void {
    this.close();
  }

  #openColumns({ bits, rows, stride, info }: FingerprintSection): { info: SegmentInfo; checksums: Uint32Array } {
    const { buffer, byteOffset } = readChecked(this.#fd, info, "fingerprints");
    // Copied, so that the views begin on a whole word.
    const bytes = buffer.slice(byteOffset, byteOffset + info.length);
    const columnCounts = new Uint32Array(bytes, 0, bits);
    const checksums = new Uint32Array(bytes, bits * 4, bits);
    const numbers = new Uint32Array(bytes, bits * 8, rows);
    const counts = new Uint16Array(bytes, bits * 8 + rows * 4, rows);
    return { info: { rows, stride, counts, numbers, columnCounts }, checksums };
  }

  #text(section: "ids" | "smiles", row: number): string {
    const segment = this.segments.findIndex(({ firstRow, rows }) => row >= firstRow && row < firstRow + rows);
    const entry = this.segments[segment];
    if (entry === undefined) throw new RangeError(`the library has no row ${row}`);
    const key = `${section} ${segment}`;
    let table = this.#tables.get(key);
    if (table === undefined) {
      table = new TextTable(readChecked(this.#fd, entry[section], section), entry.rows);
      if (this.#tables.size >= keptTables) this.#tables.delete(this.#tables.keys().next().value!);
      this.#tables.set(key, table);
    }
    return table.text(row - entry.firstRow);
  }
}

function openFile(path: string): number {
  try {
    return openSync(path, "r");
  } catch (error) {
    throw screeningErrors.create("library.missing", { path }, error);
  }
}

const damaged = (part: string) => screeningErrors.create("library.damaged", { part });

function readBytes(fd: number, offset: number, length: number, part: string): Buffer {
  const bytes = Buffer.alloc(length);
  readInto(fd, bytes, offset, part);
  return bytes;
}

function readChecked(fd: number, { offset, length, crc32: expected }: Place, part: string): Buffer {
  const bytes = readBytes(fd, offset, length, part);
  if (crc32(bytes) !== expected) throw damaged(part);
  return bytes;
}

function readInto(fd: number, into: Uint8Array, offset: number, part: string): void {
  for (let at = 0; at < into.length; ) {
    const read = readSync(fd, into, at, Math.min(into.length - at, 1 << 26), offset + at);
    if (read === 0) throw damaged(part);
    at += read;
  }
}
