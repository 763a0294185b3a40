/** Functions of `assembly/similarity/index.ts`; addresses are bytes in the kernel's memory. */
type KernelExports = {
  beginQuery(
    columnsAt: number,
    scratch: number,
    bits: number,
    threshold: number,
    limit: number,
    similaritiesAt: number,
    rowsAt: number,
    capacity: number,
  ): void;
  beginSegment(countsAt: number, numbersAt: number, total: number): void;
  scan(): number;
  foundHits(): number;
  scannedTiles(): number;
  orderHits(): void;
  dropHits(similaritiesAt: number, rowsAt: number, capacity: number): void;
  markContaining(columnsAt: number, bits: number, words: number, into: number): number;
};

const pageBytes = 65_536;
/** The first word of the memory holds the address of the first free byte. */
const reservedBytes = 64;
export const tileRows = 4096;

/**
 * The WASM kernel on its memory. Threads share one memory, where the platform has shared memory: each has an instance of
 * its own, and takes space from the same counter.
 */
export class SearchKernel {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  readonly run: KernelExports;

  constructor(module: WebAssembly.Module, memory: WebAssembly.Memory) {
    this.module = module;
    this.memory = memory;
    const instance = new WebAssembly.Instance(module, {
      env: { memory, abort: () => Promise.reject(new Error("the similarity kernel gave up")) },
    });
    this.run = instance.exports as KernelExports;
    Atomics.compareExchange(new Uint32Array(memory.buffer, 0, 1), 0, 0, reservedBytes);
  }

  /** A kernel on a memory of its own. @param shared whether `module` is the one for shared memory */
  static create(module: WebAssembly.Module, shared: boolean): SearchKernel {
    return new SearchKernel(module, new WebAssembly.Memory({ initial: 1, maximum: 65_536, shared }));
  }

  /** Bytes in use. */
  get usedBytes(): number {
    return Atomics.load(new Uint32Array(this.memory.buffer, 0, 1), 0);
  }

  /**
   * Takes zeroed space for good, aligned to 64 bytes; the address.
   * @throws RangeError where the memory cannot grow so far
   */
  allocate(bytes: number): number {
    const size = Math.ceil(bytes / 64) * 64;
    const at = Atomics.add(new Uint32Array(this.memory.buffer, 0, 1), 0, size);
    const missing = Math.ceil((at + size - this.memory.buffer.byteLength) / pageBytes);
    if (missing > 0) this.memory.grow(missing);
    return at;
  }

  bytes(at: number, length: number): Uint8Array {
    return new Uint8Array(this.memory.buffer, at, length);
  }

  words(at: number, length: number): Uint32Array {
    return new Uint32Array(this.memory.buffer, at, length);
  }
}
