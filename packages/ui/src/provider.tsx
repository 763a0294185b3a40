"use client";

import type { ReactNode } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { ToastRegion } from "./feedback/toast.tsx";
import { type UiLocale, UiLocaleContext } from "./ui-locale.ts";

/** Gives every component of the design system its language, number formats and the place where toasts appear. */
export function UiProvider({ locale, children }: { locale: UiLocale; children: ReactNode }) {
  return (
    <UiLocaleContext value={locale}>
      <I18nProvider locale={locale === "zh" ? "zh-CN" : "en-GB"}>
        {children}
        <ToastRegion />
      </I18nProvider>
    </UiLocaleContext>
  );
}
