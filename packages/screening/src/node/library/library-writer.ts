import { type FileHandle, open } from "node:fs/promises";
import { crc32 } from "node:zlib";
import { type FingerprintKind, fingerprintBits } from "@qinghao/chemistry";
import { screeningErrors } from "../../errors.ts";
import {
  type Directory,
  type FingerprintSection,
  headerBytes,
  type Place,
  packHeader,
  unpackDirectory,
  unpackHeader,
} from "./format.ts";
import { packColumnInfo, type SegmentData } from "./segment-data.ts";
import { packTexts } from "./string-table.ts";

/** Writes segments to a library file. Nothing counts before `commit`. */
export class LibraryWriter {
  readonly directory: Directory;
  readonly #file: FileHandle;
  #end: number;

  private constructor(file: FileHandle, directory: Directory, end: number) {
    this.#file = file;
    this.directory = directory;
    this.#end = end;
  }

  /** A new library. @throws `screening.library.unwritable` */
  static async create(path: string, kinds: readonly FingerprintKind[], toolkit: string): Promise<LibraryWriter> {
    const file = await openFile(path, "w+");
    const writer = new LibraryWriter(file, { kinds: [...kinds], toolkit, segments: [] }, headerBytes);
    await writer.commit();
    return writer;
  }

  /** A library that gets further rows. @throws `screening.library.unwritable` and what `unpackHeader` throws */
  static async append(path: string): Promise<LibraryWriter> {
    const file = await openFile(path, "r+");
    try {
      const head = Buffer.alloc(headerBytes);
      const { bytesRead } = await file.read(head, 0, headerBytes, 0);
      const { directory: place } = unpackHeader(head.subarray(0, bytesRead));
      const bytes = Buffer.alloc(place.length);
      await file.read(bytes, 0, place.length, place.offset);
      if (crc32(bytes) !== place.crc32) throw screeningErrors.create("library.damaged", { part: "directory" });
      return new LibraryWriter(file, unpackDirectory(bytes), place.offset + place.length);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  get rows(): number {
    return this.directory.segments.reduce((sum, { rows }) => sum + rows, 0);
  }

  async addSegment(segment: SegmentData): Promise<void> {
    const fingerprints: FingerprintSection[] = [];
    for (const kind of this.directory.kinds) {
      const bits = fingerprintBits[kind];
      const columns = segment.columns(kind, bits);
      const { crc32: _, ...place } = await this.#write(columns.columns, false);
      const info = await this.#write(packColumnInfo(columns));
      fingerprints.push({ kind, bits, rows: columns.rows, stride: columns.stride, info, columns: place });
    }
    this.directory.segments.push({
      firstRow: segment.firstRow,
      rows: segment.rows,
      ids: await this.#write(packTexts(segment.ids)),
      smiles: await this.#write(packTexts(segment.smiles)),
      molecules: await this.#write(segment.molecules()),
      failures: await this.#write(
        Buffer.from(segment.failures.map((failure) => `${JSON.stringify(failure)}\n`).join("")),
      ),
      failed: segment.failures.length,
      fingerprints,
    });
  }

  /** Makes what was added part of the library. */
  async commit(): Promise<void> {
    const directory = await this.#write(Buffer.from(JSON.stringify(this.directory)));
    await this.#file.sync();
    await this.#file.write(packHeader({ directory }), 0, headerBytes, 0);
    await this.#file.sync();
  }

  async close(): Promise<void> {
    await this.#file.close();
  }

  async #write(bytes: Uint8Array, isChecked = true): Promise<Place> {
    const place = { offset: this.#end, length: bytes.length, crc32: isChecked ? crc32(bytes) : 0 };
    for (let at = 0; at < bytes.length; ) {
      const { bytesWritten } = await this.#file.write(bytes, at, Math.min(bytes.length - at, 1 << 26), this.#end + at);
      at += bytesWritten;
    }
    // Sections begin on whole 64 bytes.
    this.#end = Math.ceil((this.#end + bytes.length) / 64) * 64;
    return place;
  }
}

async function openFile(path: string, flags: string): Promise<FileHandle> {
  return open(path, flags).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "ENOENT" && flags === "r+"
      ? screeningErrors.create("library.missing", { path }, error)
      : screeningErrors.create("library.unwritable", { path, reason: error.code ?? "unknown" }, error);
  });
}
