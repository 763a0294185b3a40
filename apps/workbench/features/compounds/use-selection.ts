"use client";

import type { CompoundRow } from "@qinghao/api/schema";
import { useCallback, useMemo, useState } from "react";

export type Selection = {
  readonly ids: ReadonlySet<string>;
  readonly rows: readonly CompoundRow[];
  readonly set: (ids: ReadonlySet<string>) => void;
  readonly clear: () => void;
};

type Held = ReadonlyMap<string, CompoundRow>;
const none: Held = new Map();
/** Rows looked through for the data of a newly selected id; it is in view or near it. */
const nearby = 100_000;

/** The selected compounds. Their rows are kept, because the table forgets rows that were scrolled away. */
export function useSelection(rowAt: (index: number) => CompoundRow | undefined): Selection {
  const [held, setHeld] = useState<Held>(none);
  const set = useCallback(
    (ids: ReadonlySet<string>) => {
      setHeld((before) => {
        const next = new Map([...before].filter(([id]) => ids.has(id)));
        for (let index = 0; next.size < ids.size && index < nearby; index++) {
          const row = rowAt(index);
          if (row !== undefined && ids.has(row.id)) next.set(row.id, row);
        }
        return next;
      });
    },
    [rowAt],
  );
  const clear = useCallback(() => setHeld(none), []);
  return useMemo(() => ({ ids: new Set(held.keys()), rows: [...held.values()], set, clear }), [held, set, clear]);
}
