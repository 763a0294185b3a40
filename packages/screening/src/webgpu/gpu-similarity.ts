import { screeningErrors } from "../errors.ts";
import { type FingerprintRows, popcount } from "../similarity/fingerprint-rows.ts";
import { type SearchHits, sortHits } from "../similarity/searcher.ts";
import type { SearchOptions } from "../similarity/similarity-index.ts";
import { similarityShader, tileLanes } from "./similarity.wgsl.ts";

/** Rows of one block: every row of it may be a hit. */
const blockRows = 65_536;
const bytesOfHit = 8;
const headBytes = 8;

type Block = { readonly firstRow: number; readonly rows: number; readonly bindings: GPUBindGroup };

/**
 * Exact similarity search by comparing with every row on a WebGPU device, in the browser or in Node. Equal to
 * `SimilarityIndex`, hit for hit. Cost: 256 bytes read per fingerprint of 2,048 bits.
 */
export class GpuSimilarity {
  readonly rows: number;
  readonly bits: number;
  readonly #device: GPUDevice;
  readonly #pipeline: GPUComputePipeline;
  readonly #counts: Uint16Array;
  readonly #query: GPUBuffer;
  readonly #need: GPUBuffer;
  readonly #hits: GPUBuffer;
  readonly #readBack: GPUBuffer;
  readonly #blocks: readonly Block[];
  readonly #owned: GPUBuffer[] = [];

  /** Copies the fingerprints to the device. */
  constructor(device: GPUDevice, { bits, rows, bytes }: FingerprintRows) {
    this.#device = device;
    this.bits = bits;
    this.rows = rows;
    const width = bits / 8;
    this.#counts = Uint16Array.from({ length: rows }, (_, row) => popcount(bytes, row * width, width));
    this.#pipeline = device.createComputePipeline({
      layout: "auto",
      compute: { module: device.createShaderModule({ code: similarityShader }), entryPoint: "main" },
    });
    const capacity = Math.min(blockRows, Math.max(1, rows));
    const hitBytes = headBytes + capacity * bytesOfHit;
    this.#query = this.#buffer(width, GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST);
    this.#need = this.#buffer((bits + 1) * 4, GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST);
    this.#hits = this.#buffer(hitBytes, GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST | GPUBufferUsage.COPY_SRC);
    this.#readBack = this.#buffer(hitBytes, GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST);
    const blocks: Block[] = [];
    for (let from = 0; from < rows; from += blockRows) {
      const count = Math.min(blockRows, rows - from);
      const part = bytes.subarray(from * width, (from + count) * width);
      blocks.push(this.#addBlock(from, count, capacity, part, this.#counts.subarray(from, from + count)));
    }
    this.#blocks = blocks;
  }

  /** The most similar rows, best first; of equal ones the lower row. @throws `screening.fingerprint.length` */
  async search(fingerprint: Uint8Array, { limit, threshold = 0 }: SearchOptions): Promise<SearchHits> {
    if (fingerprint.length * 8 !== this.bits) {
      throw screeningErrors.create("fingerprint.length", { bits: fingerprint.length * 8 });
    }
    const own = popcount(fingerprint);
    this.#device.queue.writeBuffer(this.#query, 0, fingerprint.slice());
    let best: SearchHits = { rows: new Uint32Array(0), similarities: new Float64Array(0) };
    for (const block of this.#blocks) {
      // Once there are enough hits, only what is as good as the worst of them counts.
      const isFull = limit !== undefined && best.rows.length >= limit;
      const least = isFull ? Math.max(threshold, best.similarities.at(-1)!) : threshold;
      this.#device.queue.writeBuffer(this.#need, 0, leastSharedBits(own, this.bits, least));
      best = sortHits([best, await this.#searchBlock(block, own)], limit);
    }
    return best;
  }

  /** Frees the device's memory. */
  close(): void {
    for (const buffer of this.#owned) buffer.destroy();
  }

  async #searchBlock({ firstRow, rows, bindings }: Block, own: number): Promise<SearchHits> {
    const { queue } = this.#device;
    queue.writeBuffer(this.#hits, 0, new Uint32Array(2));
    const commands = this.#device.createCommandEncoder();
    const pass = commands.beginComputePass();
    pass.setPipeline(this.#pipeline);
    pass.setBindGroup(0, bindings);
    pass.dispatchWorkgroups(Math.ceil(rows / tileLanes));
    pass.end();
    commands.copyBufferToBuffer(this.#hits, 0, this.#readBack, 0, this.#readBack.size);
    queue.submit([commands.finish()]);
    await this.#readBack.mapAsync(GPUMapMode.READ);
    const words = new Uint32Array(this.#readBack.getMappedRange());
    const count = words[0]!;
    const found = new Uint32Array(count);
    const similarities = new Float64Array(count);
    for (let i = 0; i < count; i++) {
      const row = firstRow + words[2 + 2 * i]!;
      const both = words[3 + 2 * i]!;
      const either = own + this.#counts[row]! - both;
      found[i] = row;
      similarities[i] = either === 0 ? 0 : both / either;
    }
    this.#readBack.unmap();
    return { rows: found, similarities };
  }

  #addBlock(firstRow: number, rows: number, capacity: number, bytes: Uint8Array, counts: Uint16Array): Block {
    const wordsPerRow = this.bits / 32;
    const source = new Uint32Array(bytes.slice().buffer);
    const tiled = new Uint32Array(Math.ceil(rows / tileLanes) * wordsPerRow * tileLanes);
    for (let row = 0; row < rows; row++) {
      const at = Math.floor(row / tileLanes) * wordsPerRow * tileLanes + (row % tileLanes);
      for (let word = 0; word < wordsPerRow; word++) tiled[at + word * tileLanes] = source[row * wordsPerRow + word]!;
    }
    const facts = Uint32Array.of(rows, wordsPerRow, capacity, 0);
    const resources = [
      this.#filled(facts, GPUBufferUsage.UNIFORM),
      this.#filled(tiled, GPUBufferUsage.STORAGE),
      this.#filled(Uint32Array.from(counts), GPUBufferUsage.STORAGE),
      this.#query,
      this.#need,
      this.#hits,
    ];
    const entries = resources.map((buffer, binding) => ({ binding, resource: { buffer } }));
    const bindings = this.#device.createBindGroup({ layout: this.#pipeline.getBindGroupLayout(0), entries });
    return { firstRow, rows, bindings };
  }

  #buffer(size: number, usage: number): GPUBuffer {
    const buffer = this.#device.createBuffer({ size, usage });
    this.#owned.push(buffer);
    return buffer;
  }

  #filled(data: Uint32Array<ArrayBuffer>, usage: number): GPUBuffer {
    const buffer = this.#buffer(data.byteLength, usage | GPUBufferUsage.COPY_DST);
    this.#device.queue.writeBuffer(buffer, 0, data);
    return buffer;
  }
}

/** For each popcount of a row the bits that it has to share for a similarity of `least`; more than it has where none suffice. */
export function leastSharedBits(own: number, bits: number, least: number): Uint32Array<ArrayBuffer> {
  return Uint32Array.from({ length: bits + 1 }, (_, count) => {
    const similarity = (both: number) => (own + count - both === 0 ? 0 : both / (own + count - both));
    let both = Math.ceil((least * (own + count)) / (1 + least));
    while (both > 0 && similarity(both - 1) >= least) both--;
    const most = Math.min(own, count);
    while (both <= most && similarity(both) < least) both++;
    return both;
  });
}
