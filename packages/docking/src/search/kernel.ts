/**
 * What `assembly/search/index.ts` exports. Addresses are bytes in the shared memory; see the sources for each
 * function.
 */
export interface SearchKernel {
  bindGrid(pointsX: number, pointsY: number, pointsZ: number, spacing: number): void;
  bindSite(functions: number, atoms: number, cells: number, x: number, y: number, z: number, side: number): void;
  bindLigand(header: number): void;
  chooseEnergy(exact: boolean, ownFunctions: number, wall: number): void;
  evaluate(pose: number, gradient: number): number;
  minimise(pose: number, limit: number, wanted: number): number;
  tuneMinimiser(smallestGain: number, hopelessAbove: number): void;
  tuneDescents(
    farX: number,
    farY: number,
    farZ: number,
    temperature: number,
    shortSteps: number,
    longSteps: number,
    kept: number,
    keptApart: number,
    startPoses: number,
    fieldSize: number,
    fieldSteps: number,
    idleSteps: number,
  ): void;
  searchBytes(): number;
  descend(search: number): number;
  deepen(search: number, steps: number): number;
  countEvaluations(): number;
  addAtom(
    sums: number,
    functions: number,
    x: number,
    y: number,
    z: number,
    pointsX: number,
    pointsY: number,
    zFrom: number,
    zTo: number,
    spacing: number,
  ): void;
  writeMap(
    sums: number,
    lane: number,
    map: number,
    pointsX: number,
    pointsY: number,
    zFrom: number,
    zTo: number,
    cap: number,
  ): void;
}

/** Bytes that the kernel's own constants may take at the start of the memory. */
export const kernelBytes = 65_536;
const pageBytes = 65_536;

/** A memory that every thread's kernel shares, of at least so many bytes. */
export const createSearchMemory = (bytes: number): WebAssembly.Memory => {
  const pages = Math.ceil(bytes / pageBytes);
  return new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
};

/** A kernel of this thread over the memory. */
export async function startSearchKernel(module: WebAssembly.Module, memory: WebAssembly.Memory): Promise<SearchKernel> {
  const abort = () => {
    throw new Error("The search kernel broke off");
  };
  const instance = await WebAssembly.instantiate(module, { env: { memory, abort } });
  return instance.exports as unknown as SearchKernel;
}
