"use client";

import { useTranslations } from "next-intl";
import { Chip } from "../chip.tsx";

/** The furthest clinical phase of a drug; 4 is approved, null is not stated. */
export function Phase({ phase }: { phase: number | null }) {
  const t = useTranslations("knowledge.target");
  if (phase === null) return <span className="text-ink-3">–</span>;
  if (phase >= 4) return <Chip tone="accent">{t("approved")}</Chip>;
  return <Chip>{t("phaseOf", { phase: String(phase) })}</Chip>;
}
