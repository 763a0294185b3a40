import type * as TfCore from "@tensorflow/tfjs-core";
import { computeErrors } from "../errors.ts";
import type { BackendName, BackendProbe, BackendRecord } from "../schema.ts";

/** TensorFlow.js core, the one instance that every backend registers on. */
export type Tf = typeof TfCore;

/** An open engine. The tensors made inside `run` are freed when it ends. */
export type Backend = {
  readonly name: BackendName;
  /** Such as "TensorFlow 2.18.1 CPU". */
  readonly device: string;
  /** `gpu` only for real graphics hardware. */
  readonly kind: "cpu" | "gpu";
  /** The backends that "auto" prefers to this one, with the reason why each was not taken; empty when opened by name. */
  readonly passedOver: readonly BackendProbe[];
  readonly tf: Tf;
  /**
   * Runs `use` alone on this engine: calls queue up behind each other, over all backends of this thread, because
   * TensorFlow.js has one current engine. Every tensor made inside is freed at the end, even across `await`, save
   * variables and those given to `tf.keep`: return numbers, not tensors. Must not be nested.
   * @throws what `use` throws; `compute.backend_closed` after `dispose`.
   */
  run<T>(use: (tf: Tf) => T | Promise<T>): Promise<T>;
  /** Frees the engine once nothing else in this thread has it open. A second call does nothing. */
  dispose(): Promise<void>;
};

/** What a platform found when it opened an engine. */
export type OpenedEngine = {
  readonly device: string;
  readonly kind: "cpu" | "gpu";
  /** Called after the last handle was closed, with the engine already removed. */
  readonly release?: () => void | Promise<void>;
};

export type EngineOpener = (tf: Tf) => Promise<OpenedEngine>;

type Shared = { readonly engine: OpenedEngine; handles: number };

const shared = new Map<BackendName, Shared>();
let tail: Promise<unknown> = Promise.resolve();

/** Runs `job` after everything queued before it, whatever came of that. */
function enqueue<T>(job: () => Promise<T>): Promise<T> {
  const result = tail.then(job);
  tail = result.catch(() => undefined);
  return result;
}

async function activate(tf: Tf, name: BackendName): Promise<void> {
  if (tf.getBackend() === name) return;
  if (!(await tf.setBackend(name))) throw new Error(`TensorFlow.js could not switch to ${name}`);
}

/**
 * A handle on the engine `name`; the first handle opens it through `open`, which registers it on `tf`.
 * @throws what `open` throws, so that the caller can name the reason.
 */
export async function acquireBackend(
  tf: Tf,
  name: BackendName,
  open: EngineOpener,
  passedOver: readonly BackendProbe[] = [],
): Promise<Backend> {
  const engine = await enqueue(async () => {
    let entry = shared.get(name);
    if (entry === undefined) {
      entry = { engine: await open(tf), handles: 0 };
      await activate(tf, name);
      shared.set(name, entry);
    }
    entry.handles++;
    return entry.engine;
  });
  return createHandle(tf, name, engine, passedOver);
}

function createHandle(tf: Tf, name: BackendName, engine: OpenedEngine, passedOver: readonly BackendProbe[]): Backend {
  let open = true;
  return {
    name,
    device: engine.device,
    kind: engine.kind,
    passedOver,
    tf,
    run: (use) =>
      enqueue(async () => {
        if (!open) throw computeErrors.create("backend_closed", { backend: name });
        await activate(tf, name);
        tf.engine().startScope();
        try {
          return await use(tf);
        } finally {
          tf.engine().endScope();
        }
      }),
    dispose: () =>
      enqueue(async () => {
        if (!open) return;
        open = false;
        const entry = shared.get(name);
        if (entry === undefined || --entry.handles > 0) return;
        shared.delete(name);
        await release(tf, name, entry.engine);
      }),
  };
}

/** Takes the engine out of TensorFlow.js but leaves its factory there, so that it can be opened again. */
async function release(tf: Tf, name: BackendName, engine: OpenedEngine): Promise<void> {
  const factory = tf.findBackendFactory(name);
  tf.removeBackend(name);
  if (engine.release === undefined) tf.registerBackend(name, factory);
  await engine.release?.();
}

/** The part of a backend that is kept with what it computed. */
export const recordOf = (backend: Backend): BackendRecord => ({
  name: backend.name,
  device: backend.device,
  kind: backend.kind,
  passedOver: backend.passedOver.map(({ name, reason }) => ({ name, reason: reason ?? "" })),
});
