"use client";

import { useSyncExternalStore } from "react";
import { formatTime, formatZonedTime } from "./format.ts";

const never = () => () => {};

/** A point in time in the reader's zone; the zone shows on hover. The server, which cannot know it, writes UTC. */
export function Time({ at, withSeconds }: { at: Date | string | number; withSeconds?: boolean }) {
  const isClient = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const iso = new Date(at).toISOString();
  if (!isClient) return <time dateTime={iso}>{iso.slice(0, 16).replace("T", " ")}</time>;
  return (
    <time dateTime={iso} title={formatZonedTime(at)} className="whitespace-nowrap">
      {formatTime(at, withSeconds)}
    </time>
  );
}
