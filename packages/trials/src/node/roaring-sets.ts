import { RoaringArenaAllocator, RoaringBitmap32 } from "roaring-wasm";
import type { SetAlgebra } from "../funnel/set-algebra.ts";

// Layout of a portable serialisation without runs: github.com/RoaringBitmap/RoaringFormatSpec.
const COOKIE_WITHOUT_RUNS = 12346;
const CONTAINER_WORDS = 2048;
const ARRAY_LIMIT = 4096;

/** Compressed bitmaps in WebAssembly memory. Sets made outside of a `scope` live until they are released. */
export function roaringSets(): SetAlgebra<RoaringBitmap32> {
  return {
    empty: new RoaringBitmap32(),
    fromWords,
    and: RoaringBitmap32.and,
    or: RoaringBitmap32.or,
    without: RoaringBitmap32.andNot,
    size: (set) => set.size,
    sizeOfAnd: (a, b) => a.andCardinality(b),
    members: (set) => {
      const bytes = set.serialize("uint32_array");
      return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
    },
    bytes: (set) => set.getSerializationSizeInBytes("portable"),
    scope: (work) => {
      const arena = new RoaringArenaAllocator();
      arena.start();
      try {
        return work((set) => arena.escape(set));
      } finally {
        arena.stop();
      }
    },
    release: (set) => {
      set.dispose();
    },
  };
}

type Container = { key: number; size: number; words: Uint32Array };

/** A bitmap from dense words, container by container, instead of adding members one by one. */
function fromWords(words: Uint32Array): RoaringBitmap32 {
  const containers: Container[] = [];
  let bytes = 8;
  for (let key = 0; key * CONTAINER_WORDS < words.length; key++) {
    const part = words.subarray(key * CONTAINER_WORDS, (key + 1) * CONTAINER_WORDS);
    const size = countBits(part);
    if (size === 0) continue;
    containers.push({ key, size, words: part });
    bytes += 8 + (size > ARRAY_LIMIT ? 8192 : size * 2);
  }
  if (containers.length === 0) return new RoaringBitmap32();
  const buffer = new Uint8Array(bytes);
  const view = new DataView(buffer.buffer);
  view.setUint32(0, COOKIE_WITHOUT_RUNS, true);
  view.setUint32(4, containers.length, true);
  let offset = 8 + containers.length * 8;
  for (const [index, { key, size, words: part }] of containers.entries()) {
    view.setUint16(8 + index * 4, key, true);
    view.setUint16(10 + index * 4, size - 1, true);
    view.setUint32(8 + containers.length * 4 + index * 4, offset, true);
    offset = size > ARRAY_LIMIT ? writeBitmap(view, offset, part) : writeArray(view, offset, part);
  }
  return RoaringBitmap32.deserialize("portable", buffer);
}

function writeBitmap(view: DataView, offset: number, words: Uint32Array): number {
  for (let i = 0; i < words.length; i++) view.setUint32(offset + i * 4, words[i]!, true);
  return offset + CONTAINER_WORDS * 4;
}

function writeArray(view: DataView, offset: number, words: Uint32Array): number {
  let at = offset;
  for (let i = 0; i < words.length; i++) {
    for (let rest = words[i]!; rest !== 0; rest &= rest - 1) {
      view.setUint16(at, i * 32 + (31 - Math.clz32(rest & -rest)), true);
      at += 2;
    }
  }
  return at;
}

function countBits(words: Uint32Array): number {
  let sum = 0;
  for (let i = 0; i < words.length; i++) {
    let word = words[i]!;
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    sum += (((word + (word >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
  }
  return sum;
}
