"use client";

import type { CriteriaVersionView, MatchRunView } from "@qinghao/api/schema";
import { Section } from "@qinghao/ui";
import { SimpleTable } from "@qinghao/ui/data-table";
import { useTranslations } from "next-intl";
import type { Release } from "../trial-facts.ts";
import { Cell } from "./criteria-table.tsx";
import { thresholdsOf } from "./thresholds.ts";

/** People gained by each threshold that was set otherwise. */
export function LoosenedTable({
  run,
  version,
  answers,
  numberName,
}: {
  run: MatchRunView;
  version: CriteriaVersionView;
  answers: readonly Release[];
  numberName: (id: string) => string;
}) {
  const t = useTranslations("trials.runs");
  const rows = run.ask.loosened.map(({ id, criterion, tree }) => {
    const before = version.document.criteria.find((one) => one.id === criterion);
    const old = before === undefined ? [] : thresholdsOf(before);
    const now = before === undefined ? [] : thresholdsOf({ ...before, tree });
    const changed = old.flatMap(({ key, value, side }) => {
      const next = now.find((each) => each.key === key)?.value;
      return next === undefined || next === value ? [] : [t("fromTo", { side, from: value, to: next })];
    });
    return { id, criterion, text: before?.text ?? criterion, change: changed.join(" · ") };
  });
  return (
    <Section title={t("loosened")} meta={t("loosenedHelp")}>
      <SimpleTable
        label={t("loosened")}
        rows={rows}
        rowId={({ id }) => id}
        columns={[
          {
            id: "number",
            name: "",
            cell: ({ criterion }) => (
              <span className="numeric text-xs font-medium whitespace-nowrap text-ink-3">{numberName(criterion)}</span>
            ),
          },
          {
            id: "text",
            name: t("criterion"),
            className: "w-full max-w-0",
            cell: ({ text }) => (
              <span className="block truncate" title={text}>
                {text}
              </span>
            ),
          },
          {
            id: "change",
            name: t("changed"),
            cell: ({ change }) => <span className="numeric whitespace-nowrap">{change}</span>,
          },
          {
            id: "gained",
            name: t("gainedBy"),
            align: "end",
            cell: ({ id }) => (
              <Cell answers={answers} read={(answer) => answer.loosened.find((each) => each.id === id)?.gained} />
            ),
          },
        ]}
      />
    </Section>
  );
}
