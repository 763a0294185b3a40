import type { WireError } from "@qinghao/kernel";
import type { ChemistryProtocol, DepictionReply, DepictionRequest } from "./chemistry-protocol.ts";
import { LruCache } from "./lru-cache.ts";
import { asWireError, type RpcClient } from "./rpc.ts";

/** A drawing as a `data:` address for an image, or why there is none. */
export type Depiction =
  | { readonly state: "ready"; readonly src: string; readonly key: string }
  | { readonly state: "failed"; readonly error: WireError; readonly key: string };

export type DepictionPool = {
  /** The drawing, if it is in the cache. */
  peek(key: string): Depiction | undefined;
  /** Calls `done` once the drawing exists; the returned function withdraws the wish. */
  request(key: string, request: DepictionRequest, done: (depiction: Depiction) => void): () => void;
};

export const depictionKey = ({ text, width, height, theme, bondLength, atomColours }: DepictionRequest): string =>
  `${theme}|${width}x${height}|${bondLength}|${text}|${atomColours === undefined ? "" : JSON.stringify(atomColours)}`;

type Wish = {
  readonly key: string;
  readonly request: DepictionRequest;
  readonly listeners: Set<(d: Depiction) => void>;
};
type Options = {
  readonly clients: readonly Pick<RpcClient<ChemistryProtocol>, "call">[];
  /** Drawings kept, most recently used first. */
  readonly cached: number;
  /** Drawings asked of a worker at once: small enough that a cancel is felt, large enough to spare messages. */
  readonly batch: number;
};

/**
 * Shares drawings among workers. The newest wish is served first, because it is what the person looks at; a row that was
 * scrolled away withdraws its wish and is never drawn.
 */
export function createDepictionPool({ clients, cached, batch }: Options): DepictionPool {
  const cache = new LruCache<string, Depiction>(cached);
  const wishes = new Map<string, Wish>();
  const drawing = new Map<string, Wish>();
  const idle = [...clients];

  const settle = (wish: Wish, reply: DepictionReply, isFinal = true) => {
    drawing.delete(wish.key);
    const { key } = wish;
    const depiction: Depiction =
      "svg" in reply
        ? { state: "ready", src: svgAddress(reply.svg), key }
        : { state: "failed", error: reply.error, key };
    if (isFinal) cache.set(key, depiction);
    for (const listener of wish.listeners) listener(depiction);
  };

  const draw = async (client: (typeof clients)[number], taken: readonly Wish[]) => {
    try {
      const replies = await client.call("depict", { items: taken.map((wish) => wish.request) });
      taken.forEach((wish, i) => {
        settle(wish, replies[i]!);
      });
    } catch (error) {
      const wire = asWireError(error);
      for (const wish of taken) settle(wish, { error: wire }, false);
    }
    idle.push(client);
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

const svgAddress = (svg: string): string => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
