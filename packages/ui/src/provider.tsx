"use client";

import { createContext, type ReactNode, useContext } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { ToastRegion } from "./feedback/toast.tsx";
import { en, type UiText } from "./text/en.ts";
import { zh } from "./text/zh.ts";

export type UiLocale = "en" | "zh";

const texts: Record<UiLocale, UiText> = { en, zh };
const LocaleContext = createContext<UiLocale>("en");

/** Gives every component of the design system its language, number formats and the place where toasts appear. */
export function UiProvider({ locale, children }: { locale: UiLocale; children: ReactNode }) {
  return (
    <LocaleContext value={locale}>
      <I18nProvider locale={locale === "zh" ? "zh-CN" : "en-GB"}>
        {children}
        <ToastRegion />
      </I18nProvider>
    </LocaleContext>
  );
}

export const useUiLocale = (): UiLocale => useContext(LocaleContext);
export const useUiText = (): UiText => texts[useUiLocale()];
