"use client";

import type { CriteriaVersionView, MatchRunView } from "@qinghao/api/schema";
import { ButtonLink, formatCount, Section, Select } from "@qinghao/ui";
import { Chart } from "@qinghao/ui/chart";
import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { useQueryState } from "../../../address/use-query-state.ts";
import { numbersOf } from "../review/numbers.ts";
import { runsHref } from "../trial-facts.ts";
import { CriteriaTable } from "./criteria-table.tsx";
import { answersOf, funnelChart } from "./funnel-chart.ts";
import { LoosenedTable } from "./loosened-table.tsx";

/** The attrition funnel and the numbers by criterion, of one hospital or of all together. */
export function RunResults({
  run,
  version,
  nameOf,
}: {
  run: MatchRunView;
  version: CriteriaVersionView;
  nameOf: (siteId: string) => string;
}) {
  const t = useTranslations("trials.runs");
  const tNumber = useTranslations("trials.number");
  const locale = useLocale();
  const [query, change] = useQueryState();
  const all = answersOf(run);
  const siteId = all.find((one) => one.site === query.get("site"))?.site ?? "all";
  const answers = siteId === "all" ? all : all.filter(({ site }) => site === siteId);
  const numbers = useMemo(() => numbersOf(version.document.criteria), [version]);
  const numberName = (id: string) => {
    const number = numbers.get(id);
    return number === undefined ? id : tNumber(number.type, { n: number.n });
  };
  const of = siteId === "all" ? t("allSites", { count: all.length }) : nameOf(siteId);
  const chart = funnelChart({
    answers,
    version,
    numberName,
    words: {
      title: t("funnelTitle", { site: of }),
      step: t("step"),
      people: t("people"),
      start: t("funnelStart"),
      withheld: (count: number) => t("withheldAt", { count }),
    },
    format: (count) => formatCount(locale, count),
    locale,
  });
  const select = all.length > 1 && (
    <Select
      label={t("showSite")}
      hideLabel
      value={siteId}
      onChange={(id) => change({ site: id === "all" ? null : id })}
      options={[
        { id: "all", label: t("allSites", { count: all.length }) },
        ...all.map(({ site }) => ({ id: site, label: nameOf(site) })),
      ]}
      className="w-56"
    />
  );
  return (
    <>
      {chart !== null && (
        <Section title={t("funnel")} actions={select}>
          <p className="max-w-3xl text-sm text-ink-2">{t("funnelHelp")}</p>
          <Chart spec={chart} height={Math.max(220, (run.ask.funnel?.length ?? 0) * 28 + 90)} />
          <div>
            <ButtonLink size="small" href={`${runsHref(run.trialId)}?from=${run.id}`}>
              {t("otherOrder")}
            </ButtonLink>
          </div>
        </Section>
      )}
      <CriteriaTable
        run={run}
        version={version}
        answers={answers}
        numberName={numberName}
        actions={chart === null ? select : undefined}
      />
      {run.ask.loosened.length > 0 && (
        <LoosenedTable run={run} version={version} answers={answers} numberName={numberName} />
      )}
    </>
  );
}
