import type { WireError } from "@qinghao/kernel";
import { LruCache } from "./lru-cache.ts";
import { asWireError } from "./rpc.ts";

/** A drawing, or why there is none. */
export type Drawn<T> =
  | { readonly state: "ready"; readonly drawing: T; readonly key: string }
  | { readonly state: "failed"; readonly error: WireError; readonly key: string };

export type DrawingPool<Request, T> = {
  /** The drawing, if it is in the cache. */
  peek(key: string): Drawn<T> | undefined;
  /** Calls `done` once the drawing exists, at once if it does; the returned function withdraws the wish. */
  request(key: string, request: Request, done: (drawn: Drawn<T>) => void): () => void;
};

/** Draws several wishes, in order; each gives a drawing or why there is none. */
export type Draw<Request, T> = (items: readonly Request[]) => Promise<readonly (T | { readonly error: WireError })[]>;

type Wish<Request, T> = {
  readonly key: string;
  readonly request: Request;
  readonly listeners: Set<(drawn: Drawn<T>) => void>;
};
export type DrawingPoolOptions<Request, T> = {
  /** One for each worker. */
  readonly workers: readonly Draw<Request, T>[];
  /** Total weight of the drawings kept, most recently used first. */
  readonly kept: number;
  /** Weight of a drawing, for example its bytes; 1 each when left out. */
  readonly weigh?: (drawing: T) => number;
  /** Frees what a drawing holds when it leaves the cache. A listener must have used it when it returns. */
  readonly dispose?: (drawing: T) => void;
  /** Drawings asked of a worker at once: small enough that a cancel is felt, large enough to spare messages. */
  readonly batch: number;
};

/** A failure weighs little; counting it keeps a list of bad structures from growing for ever. */
const failureWeight = 1;

/**
 * Shares drawings among workers. The newest wish is served first, because it is what the person looks at; a row that was
 * scrolled away withdraws its wish and is never drawn.
 */
export function createDrawingPool<Request, T extends object>(
  options: DrawingPoolOptions<Request, T>,
): DrawingPool<Request, T> {
  const { workers, kept, weigh, dispose, batch } = options;
  const cache = new LruCache<string, Drawn<T>>({
    limit: kept,
    weigh: (drawn) => (drawn.state === "ready" ? (weigh?.(drawn.drawing) ?? 1) : failureWeight),
    onEvict: (drawn) => drawn.state === "ready" && dispose?.(drawn.drawing),
  });
  const wishes = new Map<string, Wish<Request, T>>();
  const drawing = new Map<string, Wish<Request, T>>();
  const idle = [...workers];

  const settle = (wish: Wish<Request, T>, reply: T | { readonly error: WireError }, isFinal = true) => {
    drawing.delete(wish.key);
    const { key } = wish;
    const drawn: Drawn<T> =
      "error" in reply ? { state: "failed", error: reply.error, key } : { state: "ready", drawing: reply, key };
    if (isFinal) cache.set(key, drawn);
    for (const listener of wish.listeners) listener(drawn);
  };

  const draw = async (worker: Draw<Request, T>, taken: readonly Wish<Request, T>[]) => {
    try {
      const replies = await worker(taken.map((wish) => wish.request));
      taken.forEach((wish, i) => {
        settle(wish, replies[i]!);
      });
    } catch (error) {
      const wire = asWireError(error);
      for (const wish of taken) settle(wish, { error: wire }, false);
    }
    idle.push(worker);
    pump();
  };

  const pump = () => {
    while (idle.length > 0 && wishes.size > 0) {
      const taken = [...wishes.values()].slice(-batch).reverse();
      for (const wish of taken) {
        wishes.delete(wish.key);
        drawing.set(wish.key, wish);
      }
      void draw(idle.shift()!, taken);
    }
  };

  let isScheduled = false;
  const schedule = () => {
    if (isScheduled) return;
    isScheduled = true;
    queueMicrotask(() => {
      isScheduled = false;
      pump();
    });
  };

  return {
    peek: (key) => cache.get(key),
    request: (key, request, done) => {
      const known = cache.get(key);
      if (known !== undefined) {
        done(known);
        return () => {};
      }
      const wish = drawing.get(key) ?? wishes.get(key) ?? { key, request, listeners: new Set() };
      wish.listeners.add(done);
      if (!drawing.has(key)) {
        wishes.delete(key);
        wishes.set(key, wish);
        schedule();
      }
      return () => {
        wish.listeners.delete(done);
        if (wish.listeners.size === 0) wishes.delete(key);
      };
    },
  };
}
