"use client";

import { useEffect, useMemo, useState } from "react";
import type { DepictionRequest } from "./chemistry-protocol.ts";
import { type Depiction, depictionKey } from "./depiction-pool.ts";
import { pageWorkers } from "./page-workers.ts";

/**
 * The drawing of a structure, made in a worker and cached; null while it is being made. With `delayMs` it is asked for
 * only when the component stays that long: rows that fly past while scrolling cost nothing.
 */
export function useDepiction(request: DepictionRequest | null, delayMs = 0): Depiction | null {
  const key = request === null ? null : depictionKey(request);
  const stable = useMemo(() => request, [key]);
  const [arrived, setArrived] = useState<Depiction | null>(null);
  useEffect(() => {
    if (stable === null || key === null) return;
    const { depictions } = pageWorkers();
    let withdraw = () => {};
    const ask = () => {
      withdraw = depictions.request(key, stable, setArrived);
    };
    const timer = delayMs > 0 && depictions.peek(key) === undefined ? setTimeout(ask, delayMs) : null;
    if (timer === null) ask();
    return () => {
      clearTimeout(timer ?? undefined);
      withdraw();
    };
  }, [key, stable, delayMs]);
  if (key === null) return null;
  return arrived?.key === key ? arrived : (pageWorkers().depictions.peek(key) ?? null);
}
