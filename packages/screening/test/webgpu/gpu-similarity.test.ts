// The same search on a WebGPU device; SwiftShader where there is no card. The oracle is the WASM kernel, which is compared with the
// definition in the property test.
import { openGpu } from "@qinghao/compute/node";
import { createRng, isQinghaoError } from "@qinghao/kernel";
import { afterAll, expect, it } from "vitest";
import { type FingerprintRows, SimilarityIndex } from "../../src/index.ts";
import { loadSearchKernel } from "../../src/node.ts";
import { GpuSimilarity } from "../../src/webgpu/gpu-similarity.ts";

const gpu = await openGpu({ software: true }).catch((error: unknown) => {
  if (!isQinghaoError(error)) throw error;
  console.log(`skipped: ${error.message}`);
  return null;
});

afterAll(() => gpu?.close());

function randomFingerprints(rows: number, bits: number): FingerprintRows {
  const rng = createRng(3);
  const bytes = new Uint8Array((rows * bits) / 8);
  for (let row = 1; row < rows; row++) {
    for (let set = rng.int(60); set > 0; set--) {
      const bit = Math.floor(bits * rng.next() ** 2);
      bytes[(row * bits) / 8 + (bit >> 3)]! |= 1 << (bit & 7);
    }
  }
  return { bits, rows, bytes };
}

it.skipIf(gpu === null).each([
  [1024, 70_001],
  [192, 333],
])("finds the same on the graphics card: %i bits, %i rows", async (bits, rows) => {
  const library = randomFingerprints(rows, bits);
  const index = SimilarityIndex.of(await loadSearchKernel(), library);
  const onGpu = new GpuSimilarity(gpu!.device, library);
  for (const row of [0, 5, rows - 1]) {
    const query = library.bytes.slice((row * bits) / 8, ((row + 1) * bits) / 8);
    for (const options of [{ limit: 10 }, { limit: 300, threshold: 0.1 }, { threshold: 0.6 }]) {
      expect(await onGpu.search(query, options)).toEqual(index.search(query, options));
    }
  }
  onGpu.close();
});
