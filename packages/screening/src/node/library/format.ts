// A .qlib file: a header of 64 bytes, sections, and a directory that says where each section lies. What is added goes behind
// the directory, then a new directory, and last the header is pointed at it: an interrupted writer leaves the library as it was.
import { crc32 } from "node:zlib";
import { fingerprintKindSchema } from "@qinghao/chemistry/schema";
import { z } from "zod";
import { screeningErrors } from "../../errors.ts";

export const headerBytes = 64;
const magic = "QINGHAO\n";
export const formatVersion = 1;

const placeSchema = z.object({
  offset: z.number().int().nonnegative(),
  length: z.number().int().nonnegative(),
  crc32: z.number().int().nonnegative(),
});
/** Bytes of the file. */
export type Place = z.infer<typeof placeSchema>;

const fingerprintSectionSchema = z.object({
  kind: fingerprintKindSchema,
  bits: z.number().int(),
  rows: z.number().int(),
  stride: z.number().int(),
  /** u32 per bit: fingerprints that have it; u32 per bit: checksum of its column; u32 per row: number; u16 per row: popcount. */
  info: placeSchema,
  /** `bits` columns of `stride` bytes; each has its own checksum in `info`. */
  columns: placeSchema.omit({ crc32: true }),
});
export type FingerprintSection = z.infer<typeof fingerprintSectionSchema>;

const segmentSchema = z.object({
  /** Rows of the input, readable or not, from `firstRow` (0-based) on. */
  firstRow: z.number().int(),
  rows: z.number().int(),
  /** u32 per row and one more: where each text begins; then UTF-8. */
  ids: placeSchema,
  smiles: placeSchema,
  /** u32 number of types, u32 per row and one more: offsets in words; two u32 per type; then the words. */
  molecules: placeSchema,
  /** JSON lines. */
  failures: placeSchema,
  failed: z.number().int(),
  fingerprints: z.array(fingerprintSectionSchema),
});
export type SegmentEntry = z.infer<typeof segmentSchema>;

const directorySchema = z.object({
  kinds: z.array(fingerprintKindSchema),
  toolkit: z.string(),
  segments: z.array(segmentSchema),
});
export type Directory = z.infer<typeof directorySchema>;

/** Where the current directory lies; what is behind it does not count. */
export type Header = { readonly directory: Place };

export function packHeader({ directory }: Header): Uint8Array {
  const bytes = Buffer.alloc(headerBytes);
  bytes.write(magic, "latin1");
  bytes.writeUInt32LE(formatVersion, 8);
  bytes.writeBigUInt64LE(BigInt(directory.offset), 16);
  bytes.writeUInt32LE(directory.length, 24);
  bytes.writeUInt32LE(directory.crc32, 28);
  bytes.writeUInt32LE(crc32(bytes.subarray(0, 60)), 60);
  return bytes;
}

/** @throws `screening.library.foreign`, `screening.library.version`, `screening.library.damaged` */
export function unpackHeader(bytes: Buffer): Header {
  if (bytes.length < headerBytes || bytes.toString("latin1", 0, 8) !== magic) {
    throw screeningErrors.create("library.foreign");
  }
  const version = bytes.readUInt32LE(8);
  if (version !== formatVersion) throw screeningErrors.create("library.version", { version, known: formatVersion });
  if (crc32(bytes.subarray(0, 60)) !== bytes.readUInt32LE(60)) {
    throw screeningErrors.create("library.damaged", { part: "header" });
  }
  const offset = Number(bytes.readBigUInt64LE(16));
  return { directory: { offset, length: bytes.readUInt32LE(24), crc32: bytes.readUInt32LE(28) } };
}

/** @throws `screening.library.damaged` */
export function unpackDirectory(bytes: Uint8Array): Directory {
  const parsed = directorySchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
  if (!parsed.success) throw screeningErrors.create("library.damaged", { part: "directory" });
  return parsed.data;
}

/** One row that could not be read, as the library lists it. */
export type FailedRow = {
  /** 0-based row of the library. */
  readonly row: number;
  readonly line: number;
  /** The row as written, cut short. */
  readonly text: string;
  readonly code: string;
  readonly reason: { readonly en: string; readonly zh: string };
};
