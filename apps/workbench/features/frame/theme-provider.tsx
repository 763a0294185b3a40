"use client";

import { createContext, type ReactNode, useCallback, useContext, useState, useSyncExternalStore } from "react";
import { setPreference } from "./preference.ts";
import { type Theme, themeCookie } from "./theme.ts";

type ThemeValue = { theme: Theme; setTheme: (theme: Theme) => void };
const ThemeContext = createContext<ThemeValue>({ theme: "system", setTheme: () => {} });

export function ThemeProvider({ initial, children }: { initial: Theme; children: ReactNode }) {
  const [theme, setState] = useState(initial);
  const setTheme = useCallback((next: Theme) => {
    document.documentElement.dataset.theme = next;
    setPreference(themeCookie, next);
    setState(next);
  }, []);
  return <ThemeContext value={{ theme, setTheme }}>{children}</ThemeContext>;
}

export const useTheme = (): ThemeValue => useContext(ThemeContext);

const darkQuery = "(prefers-color-scheme: dark)";
const subscribe = (onChange: () => void) => {
  const media = matchMedia(darkQuery);
  media.addEventListener("change", onChange);
  return () => media.removeEventListener("change", onChange);
};

/** The theme that is seen now: what "like the system" means at this moment included. */
export function useShownTheme(): "light" | "dark" {
  const { theme } = useTheme();
  const isSystemDark = useSyncExternalStore(
    subscribe,
    () => matchMedia(darkQuery).matches,
    () => false,
  );
  if (theme !== "system") return theme;
  return isSystemDark ? "dark" : "light";
}
