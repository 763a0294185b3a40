"use client";

import { formatCount } from "@qinghao/ui";
import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client.ts";
import type { StageView } from "./campaign-facts.ts";
import { type DescriptorRange, rangesText } from "./ranges-text.ts";

/** Settings that have a name here; those of methods to come are shown by their own. */
const named = [
  ...(["receptor", "box", "exhaustiveness", "poses", "pH", "stereoisomers", "tautomers", "ringConformers"] as const),
  ...(["actives", "query", "queryConformers", "conformers", "colourWeight", "fingerprint", "fusion"] as const),
  ...(["atLeast", "atMost", "ranges", "violations", "requireValid"] as const),
  ...(["threshold", "clustering", "each", "picks"] as const),
];
type Named = (typeof named)[number];
const isNamed = (name: string): name is Named => named.some((one) => one === name);

type Value = StageView["settings"][string];

/** What a stage was told, as one line: its method's settings, how many it keeps, and the share that it scores. */
export function StageSettings({ projectId, stage }: { projectId: string; stage: StageView }) {
  const t = useTranslations("screening.settings");
  const locale = useLocale();
  const { settings, keep, selection } = stage;
  const trpc = useTRPC();
  const receptors = useQuery(
    trpc.receptors.list.queryOptions({ projectId }, { staleTime: 10_000, enabled: "receptor" in settings }),
  );
  const percent = (value: number) => value.toLocaleString(locale, { style: "percent", maximumFractionDigits: 1 });
  const shown = (name: string, value: Value): string => {
    if (name === "receptor") return receptors.data?.receptors.find(({ id }) => id === value)?.name ?? String(value);
    if (name === "pH" && value === null) return t("asDrawn");
    if (value === null) return t("automatic");
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    if (name === "actives" && Array.isArray(value)) return formatCount(locale, value.length);
    if (name === "ranges") return rangesText(value as DescriptorRange[]);
    if (name === "box") return `${(value as { size: number[] }).size.map((side) => side.toFixed(1)).join(" × ")} Å`;
    if (name === "query" && String(value).includes("\n")) return t("molblock");
    if (name === "atMost") return `${String(value)} kcal/mol`;
    return typeof value === "object" ? JSON.stringify(value) : String(value);
  };
  const facts = [
    ...inOrder(settings).map(([name, value]) => `${isNamed(name) ? t(name) : name} ${shown(name, value)}`),
    ...(keep.atMost === undefined ? [] : [`${t("keepMost")} ${formatCount(locale, keep.atMost)}`]),
    ...(keep.fraction === undefined ? [] : [`${t("keepShare")} ${percent(keep.fraction)}`]),
    ...(selection.kind === "all"
      ? []
      : [`${t("share")} ${percent(selection.fraction)}`, `${t("batches")} ${selection.batches}`]),
  ];
  return facts.length === 0 ? null : <p className="text-xs text-ink-3">{facts.join(" · ")}</p>;
}

/** The stored order is the database's; here what a stage works with comes first, settings without a name last. */
function inOrder(settings: StageView["settings"]): [string, Value][] {
  const place = (name: string): number => (isNamed(name) ? named.indexOf(name) : named.length);
  return Object.entries(settings).sort(([a], [b]) => place(a) - place(b));
}
