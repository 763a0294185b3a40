"use client";

import type { MatchRunView } from "@qinghao/api/schema";
import { type JobState, StateChip } from "@qinghao/ui";
import { useTranslations } from "next-intl";
import type { SiteResult } from "../trial-facts.ts";

/** A run's state; one that ended without some of its sites is partial. */
export function RunState({ run }: { run: Pick<MatchRunView, "state" | "sites"> }) {
  const isPartial = run.state === "completed" && run.sites.some(({ state }) => state !== "answered");
  return <StateChip state={isPartial ? "partial" : run.state} />;
}

const siteStates: Record<SiteResult["state"], JobState> = {
  waiting: "queued",
  working: "running",
  unreachable: "waiting",
  answered: "completed",
  refused: "unavailable",
  failed: "failed",
  cancelled: "cancelled",
};

export function SiteState({ state }: { state: SiteResult["state"] }) {
  const t = useTranslations("trials.siteState");
  return <StateChip state={siteStates[state]} label={t(state)} />;
}
