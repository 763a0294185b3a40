"use client";

import { StateChip } from "@qinghao/ui";
import { useTranslations } from "next-intl";
import type { VersionSummary } from "./trial-facts.ts";

const chips = { draft: "waiting", signed: "completed", superseded: "cancelled" } as const;

/** Draft, signed or superseded. */
export function VersionState({ state }: { state: VersionSummary["state"] }) {
  const t = useTranslations("trials.state");
  return <StateChip state={chips[state]} label={t(state)} />;
}
