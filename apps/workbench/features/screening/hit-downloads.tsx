"use client";

import type { CampaignView } from "@qinghao/api/schema";
import { Button, ButtonLink, Menu } from "@qinghao/ui";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";

/** Methods that place ligands in a receptor or over a query. */
const placing = ["docking", "rescoring", "shape"];

/** The hits as files: scores, and their poses where a stage makes any. */
export function HitDownloads({ campaign: { id, stages } }: { campaign: CampaignView }) {
  const t = useTranslations("screening");
  const csv = `/api/v1/campaigns/${id}/hits.csv`;
  if (!stages.some(({ method }) => placing.includes(method)))
    return (
      <ButtonLink icon={<Download aria-hidden size={14} />} href={csv} download>
        {t("exportHits")}
      </ButtonLink>
    );
  const sdf = (poses: "best" | "all") => `/api/v1/campaigns/${id}/hits.sdf?poses=${poses}`;
  return (
    <Menu
      label={t("export")}
      placement="bottom end"
      trigger={<Button icon={<Download aria-hidden size={14} />}>{t("export")}</Button>}
      entries={[
        { id: "csv", label: t("exportScores"), href: csv },
        { id: "best", label: t("exportBest"), href: sdf("best") },
        { id: "all", label: t("exportAll"), href: sdf("all") },
      ]}
    />
  );
}
