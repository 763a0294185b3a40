"use client";

import type { MatchRunView } from "@qinghao/api/schema";
import { Time } from "@qinghao/ui";
import { SimpleTable } from "@qinghao/ui/data-table";
import { useLocale, useTranslations } from "next-intl";
import type { Count, SiteResult } from "../trial-facts.ts";
import { ReleasedNumber, ReleasedSum } from "./released.tsx";
import { SiteState } from "./run-state.tsx";
import { sumOf } from "./sums.ts";

type Row = SiteResult | "sum";

/** State and released numbers of each hospital, and their sum where more than one answered. */
export function SitesTable({ run, nameOf }: { run: MatchRunView; nameOf: (siteId: string) => string }) {
  const t = useTranslations("trials.runs");
  const answered = run.sites.filter(({ release }) => release !== null);
  const rows: Row[] = [...run.sites, ...(answered.length > 1 ? ["sum" as const] : [])];
  const cellOf = (row: Row, read: (release: NonNullable<SiteResult["release"]>) => Count) => {
    if (row === "sum") return <ReleasedSum sum={sumOf(answered.map(({ release }) => read(release!)))} />;
    return row.release === null ? (
      <span className="text-ink-3">–</span>
    ) : (
      <ReleasedNumber count={read(row.release)} policy={row.release.policy} />
    );
  };
  return (
    <div className="flex flex-col gap-2">
      <SimpleTable
        label={t("feasibility")}
        rows={rows}
        rowId={(row) => (row === "sum" ? "sum" : row.siteId)}
        columns={[
          {
            id: "site",
            name: t("site"),
            cell: (row) =>
              row === "sum" ? (
                <span className="font-medium">{t("sum", { count: answered.length })}</span>
              ) : (
                <span className="flex flex-col py-1">
                  <span>{nameOf(row.siteId)}</span>
                  <SiteTrouble result={row} />
                </span>
              ),
          },
          { id: "state", name: t("state"), cell: (row) => (row === "sum" ? null : <SiteState state={row.state} />) },
          { id: "population", name: t("population"), align: "end", cell: (row) => cellOf(row, (r) => r.population) },
          { id: "yes", name: t("eligible"), align: "end", cell: (row) => cellOf(row, (r) => r.eligible.yes) },
          { id: "unknown", name: t("open"), align: "end", cell: (row) => cellOf(row, (r) => r.eligible.unknown) },
          { id: "no", name: t("excluded"), align: "end", cell: (row) => cellOf(row, (r) => r.eligible.no) },
          {
            id: "rule",
            name: t("rule"),
            cell: (row) =>
              row === "sum" || row.release === null ? null : (
                <span className="text-xs whitespace-nowrap text-ink-2">{t("policy", row.release.policy)}</span>
              ),
          },
          {
            id: "at",
            name: t("answeredAt"),
            cell: (row) =>
              row === "sum" || row.answeredAt === null ? null : (
                <span title={row.release === null ? undefined : t("logLine", { hash: row.release.logHash })}>
                  <Time at={row.answeredAt} withSeconds />
                </span>
              ),
          },
        ]}
      />
      {answered.length > 0 && <p className="max-w-3xl text-xs text-ink-3">{t("withheldHelp")}</p>}
    </div>
  );
}

function SiteTrouble({ result }: { result: SiteResult }) {
  const t = useTranslations("trials.runs");
  const locale = useLocale();
  if (result.error !== null) return <span className="text-xs text-danger">{result.error.message[locale]}</span>;
  if (result.state === "unreachable") return <span className="text-xs text-warn">{t("unreachableHelp")}</span>;
  return null;
}
