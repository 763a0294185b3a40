import type { LigandFeatures } from "./ligand-features.ts";

const headerBytes = 16;

/**
 * Features of many ligands in one piece, for a file or a message between threads. Little-endian: numbers of ligands, of
 * properties of each and of environments of all (uint32, then 4 bytes unused); properties (float64, by ligand); where each
 * ligand's environments begin, and the end (uint32); environments (uint32); how often each occurs (uint16). A ligand
 * without features has NaN for its properties.
 */
export function packFeatures(ligands: readonly (LigandFeatures | null)[]): Uint8Array {
  const width = ligands.find((one) => one !== null)?.properties.length ?? 1;
  const total = ligands.reduce((sum, one) => sum + (one?.counts.index.length ?? 0), 0);
  const bytes = new Uint8Array(sizeOf(ligands.length, width, total));
  new Uint32Array(bytes.buffer, 0, 3).set([ligands.length, width, total]);
  const { properties, starts, index, count } = viewsOf(bytes);
  let at = 0;
  ligands.forEach((ligand, row) => {
    starts[row] = at;
    if (ligand === null) {
      properties.fill(Number.NaN, row * width, (row + 1) * width);
      return;
    }
    properties.set(ligand.properties, row * width);
    index.set(ligand.counts.index, at);
    count.set(ligand.counts.count, at);
    at += ligand.counts.index.length;
  });
  starts[ligands.length] = at;
  return bytes;
}

/** What was packed; its arrays lie in `packed`, which has to begin its buffer. */
export function unpackFeatures(packed: Uint8Array): (LigandFeatures | null)[] {
  const { properties, starts, index, count } = viewsOf(packed);
  const width = properties.length / (starts.length - 1);
  return Array.from({ length: starts.length - 1 }, (_, row) => {
    const own = properties.subarray(row * width, (row + 1) * width);
    if (Number.isNaN(own[0])) return null;
    const [from, to] = [starts[row]!, starts[row + 1]!];
    return { counts: { index: index.subarray(from, to), count: count.subarray(from, to) }, properties: own };
  });
}

const sizeOf = (rows: number, width: number, total: number): number =>
  headerBytes + 8 * rows * width + 4 * (rows + 1) + 6 * total;

function viewsOf({ buffer }: Uint8Array) {
  const [rows = 0, width = 0, total = 0] = new Uint32Array(buffer, 0, 3);
  const startsAt = headerBytes + 8 * rows * width;
  const indexAt = startsAt + 4 * (rows + 1);
  return {
    properties: new Float64Array(buffer, headerBytes, rows * width),
    starts: new Uint32Array(buffer, startsAt, rows + 1),
    index: new Uint32Array(buffer, indexAt, total),
    count: new Uint16Array(buffer, indexAt + 4 * total, total),
  };
}
