import type { Log, MainModule, Mol } from "@rdkit/rdkit";
import { chemErrors } from "./errors.ts";

export type RdkitModule = MainModule;

/** Starts RDKit's WebAssembly module; its own JavaScript exports a function of this kind. */
export type RdkitFactory = (options: {
  print: (line: string) => void;
  printErr: (line: string) => void;
  instantiateWasm: (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => object;
}) => Promise<RdkitModule>;

/** Atoms that one molecule may have. RDKit's recursions are safe up to here on the stack that `createChemKit` gives them. */
const ATOM_LIMIT = 999;
/** RDKit-JS is linked with a 64 KiB stack, which a chain of 600 atoms overflows, after which the module is dead. */
const STACK_BYTES = 16 << 20;
const ATOM_LIMIT_SMALL_STACK = 150;

/**
 * One RDKit module and the count of objects that live in its memory. Opaque to other packages: they pass it to the
 * functions of this one. Not shared between threads.
 */
export class ChemKit {
  /** RDKit release, for example "2026.09.1". */
  readonly version: string;
  readonly maxAtoms: number;
  /** The RDKit module. Only this package calls it. */
  readonly rdkit: RdkitModule;
  readonly #log: Log | null;
  readonly #resetStack: () => void;
  readonly #patterns = new Map<string, Mol>();
  #live = 0;

  constructor(rdkit: RdkitModule, maxAtoms: number, resetStack: () => void) {
    this.rdkit = rdkit;
    this.version = rdkit.version();
    this.maxAtoms = maxAtoms;
    this.#resetStack = resetStack;
    this.#log = rdkit.set_log_capture("rdApp.*");
  }

  /** Molecules and queries that are alive in WebAssembly memory. Zero between two uses, or something leaks. */
  liveHandles(): number {
    return this.#live;
  }

  acquired<T>(handle: T): T {
    this.#live++;
    return handle;
  }

  release(handle: { delete(): void }): void {
    this.#live--;
    handle.delete();
  }

  /** A SMARTS of this package's own rules, compiled once per kit and kept; not a live handle. */
  pattern(smarts: string): Mol {
    const known = this.#patterns.get(smarts);
    if (known !== undefined) return known;
    const made = this.rdkit.get_qmol(smarts);
    if (made === null) throw new Error(`not a SMARTS: ${smarts}`);
    this.#patterns.set(smarts, made);
    return made;
  }

  /** What RDKit logged since the last call. */
  takeLog(): string {
    const text = this.#log?.get_buffer() ?? "";
    if (text !== "") this.#log?.clear_buffer();
    return text;
  }

  /** Runs one RDKit call; a C++ exception or a WebAssembly trap leaves the module usable and becomes `null`. */
  attempt<T>(call: (rdkit: RdkitModule) => T): T | null {
    try {
      return call(this.rdkit);
    } catch {
      this.#resetStack();
      return null;
    }
  }
}

/**
 * Starts RDKit from its factory, its compiled WebAssembly and the text of its script, and gives it a stack of 16 MiB.
 * The two allocator exports have short, release-dependent names, which the script tells.
 */
export async function createChemKit(
  factory: RdkitFactory,
  wasm: WebAssembly.Module,
  scriptText: string,
): Promise<ChemKit> {
  const instantiation = Promise.withResolvers<WebAssembly.Instance>();
  try {
    const started = factory({
      print: () => {},
      printErr: () => {},
      instantiateWasm: (imports, done) => {
        WebAssembly.instantiate(wasm, imports).then((instance) => {
          instantiation.resolve(instance);
          done(instance);
        }, instantiation.reject);
        return {};
      },
    });
    const [instance, rdkit] = await Promise.all([instantiation.promise, started]);
    const resetStack = enlargeStack(instance, scriptText);
    return resetStack === null
      ? new ChemKit(rdkit, ATOM_LIMIT_SMALL_STACK, () => {})
      : new ChemKit(rdkit, ATOM_LIMIT, resetStack);
  } catch (cause) {
    throw chemErrors.create("kit.load", { reason: cause instanceof Error ? cause.message : String(cause) }, cause);
  }
}

function enlargeStack(instance: WebAssembly.Instance, scriptText: string): (() => void) | null {
  const exportNamed = (variable: string) => {
    const name = new RegExp(`[;,]${variable}=wasmExports\\["([^"]+)"\\]`).exec(scriptText)?.[1];
    const value = name === undefined ? undefined : instance.exports[name];
    return typeof value === "function" ? (value as (value: number) => number) : null;
  };
  const malloc = exportNamed("_malloc");
  const setStack = exportNamed("__emscripten_stack_restore");
  if (malloc === null || setStack === null) return null;
  const bottom = malloc(STACK_BYTES);
  if (bottom === 0) return null;
  const top = (bottom + STACK_BYTES) & ~15;
  const reset = () => setStack(top);
  reset();
  return reset;
}
