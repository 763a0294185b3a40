"use client";

import { createContext, useContext } from "react";
import { en, type UiText } from "./text/en.ts";
import { zh } from "./text/zh.ts";

export type UiLocale = "en" | "zh";

const texts: Record<UiLocale, UiText> = { en, zh };
export const UiLocaleContext = createContext<UiLocale>("en");

export const useUiLocale = (): UiLocale => useContext(UiLocaleContext);
export const useUiText = (): UiText => texts[useUiLocale()];
