"use client";

import type { CriteriaVersionView, MatchRunView } from "@qinghao/api/schema";
import { Section } from "@qinghao/ui";
import { SimpleTable } from "@qinghao/ui/data-table";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Count, Release } from "../trial-facts.ts";
import { ReleasedNumber, ReleasedSum } from "./released.tsx";
import { sumOf } from "./sums.ts";

/** What each criterion does: whom it decides on, who would be gained without it, who misses it narrowly. */
export function CriteriaTable({
  run,
  version,
  answers,
  numberName,
  actions,
}: {
  run: MatchRunView;
  version: CriteriaVersionView;
  answers: readonly Release[];
  numberName: (id: string) => string;
  actions?: ReactNode;
}) {
  const t = useTranslations("trials.runs");
  const locale = useLocale();
  const { counts, whatIf, nearMisses } = run.ask;
  if (!counts && !whatIf && nearMisses === null) return null;
  const readings = new Map(version.readings.map(({ id, reading }) => [id, reading[locale]]));
  const gainOf = (id: string) => sumOf(answers.map((one) => one.whatIf?.find((each) => each.id === id)?.gained)).total;
  const rows = [...version.document.criteria].sort((a, b) => (whatIf ? gainOf(b.id) - gainOf(a.id) : 0));
  const cell = (read: (answer: Release) => Count | undefined) => <Cell answers={answers} read={read} />;
  return (
    <Section title={t("byCriterion")} meta={whatIf ? t("byCriterionHelp") : undefined} actions={actions}>
      <SimpleTable
        label={t("byCriterion")}
        rows={rows}
        rowId={({ id }) => id}
        columns={[
          {
            id: "number",
            name: "",
            cell: ({ id }) => (
              <span className="numeric text-xs font-medium whitespace-nowrap text-ink-3">{numberName(id)}</span>
            ),
          },
          {
            id: "text",
            name: t("criterion"),
            className: "w-full max-w-0",
            cell: (one) => (
              <span className="block truncate" title={readings.get(one.id)}>
                {one.text}
              </span>
            ),
          },
          ...(counts
            ? (["met", "notMet", "unknown"] as const).map((verdict) => ({
                id: verdict,
                name: t(`verdict.${verdict}`),
                align: "end" as const,
                cell: ({ id }: { id: string }) =>
                  cell((answer) => answer.criteria?.find((each) => each.id === id)?.[verdict]),
              }))
            : []),
          ...(whatIf
            ? [
                {
                  id: "gained",
                  name: t("gained"),
                  align: "end" as const,
                  cell: ({ id }: { id: string }) =>
                    cell((answer) => answer.whatIf?.find((each) => each.id === id)?.gained),
                },
              ]
            : []),
          ...(nearMisses !== null
            ? [
                {
                  id: "near",
                  name: t("near", { share: nearMisses }),
                  align: "end" as const,
                  cell: ({ id }: { id: string }) =>
                    cell((answer) => answer.nearMisses?.find((each) => each.id === id)?.people),
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}

/** One site's number as it was released, several as their sum. */
export function Cell({ answers, read }: { answers: readonly Release[]; read: (answer: Release) => Count | undefined }) {
  const [only] = answers;
  if (answers.length === 1 && only !== undefined) return <ReleasedNumber count={read(only)} policy={only.policy} />;
  return <ReleasedSum sum={sumOf(answers.map(read))} />;
}
