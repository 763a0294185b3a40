/** Invocations of a workgroup; as many rows lie side by side in a tile. */
export const tileLanes = 64;

/**
 * Compares one query with every row of a block: integer counts, no rounding. Rows are stored by tiles of 64, word by word
 * (`words[(tile * wordsPerRow + word) * 64 + lane]`), so that neighbouring invocations read neighbouring words. A row is a
 * hit when it shares at least `need[popcount]` bits, which the caller has worked out from the least similarity.
 */
export const similarityShader = /* wgsl */ `
struct Block { rows: u32, wordsPerRow: u32, capacity: u32, unused: u32 }
struct Hits { count: atomic<u32>, found: array<vec2<u32>> }

@group(0) @binding(0) var<uniform> block: Block;
@group(0) @binding(1) var<storage, read> words: array<u32>;
@group(0) @binding(2) var<storage, read> counts: array<u32>;
@group(0) @binding(3) var<storage, read> query: array<u32>;
@group(0) @binding(4) var<storage, read> need: array<u32>;
@group(0) @binding(5) var<storage, read_write> hits: Hits;

@compute @workgroup_size(${tileLanes})
fn main(@builtin(workgroup_id) tile: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let row = tile.x * ${tileLanes}u + lane;
  if (row >= block.rows) { return; }
  var both = 0u;
  var at = tile.x * block.wordsPerRow * ${tileLanes}u + lane;
  for (var word = 0u; word < block.wordsPerRow; word++) {
    both += countOneBits(words[at] & query[word]);
    at += ${tileLanes}u;
  }
  if (both < need[counts[row]]) { return; }
  let place = atomicAdd(&hits.count, 1u);
  if (place < block.capacity) { hits.found[place] = vec2<u32>(row, both); }
}
`;
