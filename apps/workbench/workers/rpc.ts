import { isQinghaoError, toWireError, type WireError } from "@qinghao/kernel";
import { workerErrors } from "./errors.ts";

/** What a worker can be asked: method name to parameters and result. Everything crosses by structured clone. */
export type Protocol = { readonly [method: string]: { readonly params: unknown; readonly result: unknown } };

export type Call = { readonly signal: AbortSignal };
export type Handlers<P extends Protocol> = {
  readonly [M in keyof P]: (params: P[M]["params"], call: Call) => P[M]["result"] | Promise<P[M]["result"]>;
};

/** What of a method's result changes hands instead of being copied. */
export type Transfers<P extends Protocol> = { readonly [M in keyof P]?: (result: P[M]["result"]) => Transferable[] };

type RequestMessage = { readonly id: number; readonly method: string; readonly params: unknown };
type CancelMessage = { readonly cancel: number };
type ReplyMessage =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly error: WireError };

/** The part of a `Worker` or of a worker's own scope that the two ends need. */
export type Port = {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: "message", listener: (event: MessageEvent) => void): void;
};

/** A failure inside a worker, as it arrives in the page. */
export class RpcError extends Error {
  readonly wire: WireError;
  constructor(wire: WireError) {
    super(wire.message.en);
    this.name = "RpcError";
    this.wire = wire;
  }
}

export const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === "AbortError";

/** The sentences of any failure of a worker call, for display. */
export function asWireError(error: unknown): WireError {
  if (error instanceof RpcError) return error.wire;
  if (isQinghaoError(error)) return toWireError(error);
  const reason = error instanceof Error ? error.message : String(error);
  return toWireError(workerErrors.create("failed", { reason }, error));
}

/**
 * Answers requests on `port`, one at a time, in order. Between two jobs the event loop turns once, so that cancels which
 * arrived meanwhile take waiting jobs out of the queue before they start.
 */
export function serve<P extends Protocol>(port: Port, handlers: Handlers<P>, transfers: Transfers<P> = {}): void {
  const waiting: RequestMessage[] = [];
  let running: { id: number; controller: AbortController } | null = null;
  let isPumping = false;
  const turn = createTurn();

  const run = async (request: RequestMessage): Promise<ReplyMessage> => {
    const controller = new AbortController();
    running = { id: request.id, controller };
    try {
      const handler = handlers[request.method];
      if (handler === undefined) throw new Error(`unknown method ${request.method}`);
      return { id: request.id, ok: true, value: await handler(request.params, { signal: controller.signal }) };
    } catch (error) {
      return { id: request.id, ok: false, error: asWireError(error) };
    } finally {
      running = null;
    }
  };

  const pump = async () => {
    if (isPumping) return;
    isPumping = true;
    for (;;) {
      await turn();
      const request = waiting.shift();
      if (request === undefined) break;
      const reply = await run(request);
      port.postMessage(reply, reply.ok ? (transfers[request.method]?.(reply.value) ?? []) : []);
    }
    isPumping = false;
  };

  port.addEventListener("message", (event) => {
    const message = event.data as RequestMessage | CancelMessage;
    if ("cancel" in message) {
      if (running?.id === message.cancel) running.controller.abort();
      const at = waiting.findIndex((request) => request.id === message.cancel);
      if (at >= 0) waiting.splice(at, 1);
      return;
    }
    waiting.push(message);
    void pump();
  });
}

function createTurn(): () => Promise<void> {
  const channel = new MessageChannel();
  let resolveTurn: (() => void) | null = null;
  channel.port1.onmessage = () => resolveTurn?.();
  return () =>
    new Promise<void>((resolve) => {
      resolveTurn = resolve;
      channel.port2.postMessage(0);
    });
}

export type CallOptions = {
  readonly signal?: AbortSignal;
  /** A later call with the same key cancels this one: only the newest answer of that key arrives. */
  readonly latest?: string;
};

export type RpcClient<P extends Protocol> = {
  call<M extends keyof P & string>(method: M, params: P[M]["params"], options?: CallOptions): Promise<P[M]["result"]>;
  /** Rejects everything that waits; the next call starts a fresh worker. */
  stop(): void;
};

type Pending = {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  readonly latest: string | undefined;
};

/** Calls a worker that is started by the first call. A worker that dies rejects its calls and is replaced by the next one. */
export function createRpcClient<P extends Protocol>(start: () => Worker): RpcClient<P> {
  const pending = new Map<number, Pending>();
  let worker: Worker | null = null;
  let nextId = 1;

  const fail = (error: unknown) => {
    worker?.terminate();
    worker = null;
    for (const [id, call] of [...pending]) {
      pending.delete(id);
      call.reject(error);
    }
  };

  const open = (): Worker => {
    if (worker !== null) return worker;
    const started = start();
    started.addEventListener("message", (event: MessageEvent) => {
      const reply = event.data as ReplyMessage;
      const call = pending.get(reply.id);
      if (call === undefined) return;
      pending.delete(reply.id);
      if (reply.ok) call.resolve(reply.value);
      else call.reject(new RpcError(reply.error));
    });
    started.addEventListener("error", (event) => {
      if (worker === started) fail(workerErrors.create("crashed", { reason: event.message || "unknown" }));
    });
    worker = started;
    return started;
  };

  const cancel = (id: number) => {
    const call = pending.get(id);
    if (call === undefined) return;
    pending.delete(id);
    worker?.postMessage({ cancel: id } satisfies CancelMessage);
    call.reject(new DOMException("The call was cancelled.", "AbortError"));
  };

  return {
    call: (method, params, options = {}) => {
      const { signal, latest } = options;
      if (signal?.aborted) return Promise.reject(new DOMException("The call was cancelled.", "AbortError"));
      if (latest !== undefined) {
        for (const [id, call] of [...pending]) if (call.latest === latest) cancel(id);
      }
      const id = nextId++;
      return new Promise((resolve, reject) => {
        const onAbort = () => cancel(id);
        const settle =
          <T>(finish: (value: T) => void) =>
          (value: T) => {
            signal?.removeEventListener("abort", onAbort);
            finish(value);
          };
        pending.set(id, { resolve: settle(resolve as (value: unknown) => void), reject: settle(reject), latest });
        signal?.addEventListener("abort", onAbort, { once: true });
        open().postMessage({ id, method, params } satisfies RequestMessage);
      });
    },
    stop: () => fail(new DOMException("The worker was stopped.", "AbortError")),
  };
}
