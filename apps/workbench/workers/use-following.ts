"use client";

import type { WireError } from "@qinghao/kernel";
import { useEffect, useRef, useState } from "react";
import { asWireError, isAbort } from "./rpc.ts";

export type Following<T> = {
  /** The newest answer, or an older one while the newest is computed or has failed. */
  readonly value: T | null;
  /** `value` belongs to an earlier input. */
  readonly isStale: boolean;
  readonly isComputing: boolean;
  /** Why there is no answer for the current input. */
  readonly error: WireError | null;
};

type Settled<T> = { readonly key: string; readonly value: T } | null;

/**
 * Computes a value that follows `key`: a new key cancels the computation of the old one after `delayMs`, and the last
 * answer stays, marked stale, until the new one arrives. A null key means that there is nothing to compute.
 */
export function useFollowing<T>(
  key: string | null,
  compute: (key: string, signal: AbortSignal) => Promise<T>,
  delayMs = 0,
): Following<T> {
  const [settled, setSettled] = useState<Settled<T>>(null);
  const [failed, setFailed] = useState<{ readonly key: string; readonly error: WireError } | null>(null);
  const computing = useRef(compute);
  computing.current = compute;

  useEffect(() => {
    if (key === null) {
      setSettled(null);
      setFailed(null);
      return;
    }
    const controller = new AbortController();
    const start = async () => {
      try {
        const value = await computing.current(key, controller.signal);
        if (controller.signal.aborted) return;
        setSettled({ key, value });
        setFailed(null);
      } catch (error) {
        if (!controller.signal.aborted && !isAbort(error)) setFailed({ key, error: asWireError(error) });
      }
    };
    const timer = setTimeout(start, delayMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [key, delayMs]);

  const error = key !== null && failed?.key === key ? failed.error : null;
  const isCurrent = settled !== null && settled.key === key;
  return {
    value: key === null ? null : (settled?.value ?? null),
    isStale: key !== null && settled !== null && !isCurrent,
    isComputing: key !== null && !isCurrent && error === null,
    error,
  };
}
