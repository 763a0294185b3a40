"use client";

import dynamic from "next/dynamic";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { LastProjectContext } from "./place.ts";

const CommandPalette = dynamic(() => import("./command-palette.tsx").then((module) => module.CommandPalette), {
  ssr: false,
});

type FrameActions = { openPalette: () => void };
const FrameActionsContext = createContext<FrameActions>({ openPalette: () => {} });
export const useFrameActions = (): FrameActions => useContext(FrameActionsContext);

/** What the frame remembers: the last project and whether the command palette is open. */
export function FrameState({ lastProject, children }: { lastProject: string | null; children: ReactNode }) {
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  const actions = useMemo<FrameActions>(
    () => ({
      openPalette: () => {
        setWasOpened(true);
        setPaletteOpen(true);
      },
    }),
    [],
  );
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      actions.openPalette();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [actions]);
  return (
    <FrameActionsContext value={actions}>
      <LastProjectContext value={lastProject}>
        {children}
        {wasOpened && <CommandPalette isOpen={isPaletteOpen} onClose={() => setPaletteOpen(false)} />}
      </LastProjectContext>
    </FrameActionsContext>
  );
}
