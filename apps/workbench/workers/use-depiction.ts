"use client";

import { useEffect, useMemo, useState } from "react";
import type { DepictionRequest } from "./chemistry-protocol.ts";
import { depictionKey } from "./drawing-keys.ts";
import type { Drawn } from "./drawing-pool.ts";
import { type Depiction, pageWorkers } from "./page-workers.ts";

/** The drawing of a structure, made in a worker and cached; null while it is being made. */
export function useDepiction(request: DepictionRequest): Drawn<Depiction> | null {
  const key = depictionKey(request);
  const stable = useMemo(() => request, [key]);
  const [arrived, setArrived] = useState<Drawn<Depiction> | null>(null);
  useEffect(() => pageWorkers().depictions.request(key, stable, setArrived), [key, stable]);
  return arrived?.key === key ? arrived : (pageWorkers().depictions.peek(key) ?? null);
}
