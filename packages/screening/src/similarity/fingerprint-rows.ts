import { screeningErrors } from "../errors.ts";

/** Packed fingerprints of one length. Row i is `bytes[i * bits / 8 .. (i + 1) * bits / 8)`; bit 0 is the lowest bit of byte 0. */
export type FingerprintRows = {
  /** A multiple of 64. */
  readonly bits: number;
  readonly rows: number;
  readonly bytes: Uint8Array;
};

/** Longest fingerprint; counts of shared bits then need 14 binary digits. */
export const mostBits = 8192;

/** @throws `screening.fingerprint.length` where `bits` is not a multiple of 64 up to 8192 */
export function requireBits(bits: number): void {
  if (!Number.isInteger(bits) || bits < 64 || bits > mostBits || bits % 64 !== 0) {
    throw screeningErrors.create("fingerprint.length", { bits });
  }
}

/** The positions of the set bits of one packed fingerprint, ascending. */
export function setBits(fingerprint: Uint8Array): Uint16Array {
  const found = new Uint16Array(fingerprint.length * 8);
  let count = 0;
  for (let byte = 0; byte < fingerprint.length; byte++) {
    for (let rest = fingerprint[byte]!; rest !== 0; rest &= rest - 1) {
      found[count++] = byte * 8 + (31 - Math.clz32(rest & -rest));
    }
  }
  return found.subarray(0, count);
}

const bitsOfByte = Uint8Array.from({ length: 256 }, (_, byte) => setBits(Uint8Array.of(byte)).length);

/** Set bits of `length` bytes from `from` on. */
export function popcount(bytes: Uint8Array, from = 0, length = bytes.length - from): number {
  let count = 0;
  for (let i = from; i < from + length; i++) count += bitsOfByte[bytes[i]!]!;
  return count;
}

/** Fingerprints of equal length, one after the other. @throws `screening.fingerprint.length` where they are not */
export function packRows(fingerprints: readonly Uint8Array[], bits: number): FingerprintRows {
  requireBits(bits);
  const bytes = new Uint8Array((fingerprints.length * bits) / 8);
  fingerprints.forEach((fingerprint, row) => {
    if (fingerprint.length * 8 !== bits) {
      throw screeningErrors.create("fingerprint.length", { bits: fingerprint.length * 8 });
    }
    bytes.set(fingerprint, (row * bits) / 8);
  });
  return { bits, rows: fingerprints.length, bytes };
}
