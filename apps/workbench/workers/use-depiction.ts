"use client";

import { useEffect, useMemo, useState } from "react";
import type { DepictionRequest } from "./chemistry-protocol.ts";
import { type Depiction, depictionKey } from "./depiction-pool.ts";
import { pageWorkers } from "./page-workers.ts";

/** The drawing of a structure, made in a worker and cached; null while it is being made. */
export function useDepiction(request: DepictionRequest | null): Depiction | null {
  const key = request === null ? null : depictionKey(request);
  const stable = useMemo(() => request, [key]);
  const [arrived, setArrived] = useState<Depiction | null>(null);
  useEffect(() => {
    if (stable === null || key === null) return;
    return pageWorkers().depictions.request(key, stable, setArrived);
  }, [key, stable]);
  if (key === null) return null;
  if (arrived?.key === key) return arrived;
  return typeof window === "undefined" ? null : (pageWorkers().depictions.peek(key) ?? null);
}
