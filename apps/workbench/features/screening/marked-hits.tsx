"use client";

import type { CampaignView } from "@qinghao/api/schema";
import { Button } from "@qinghao/ui";
import { saveFile } from "@qinghao/ui/chart";
import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { fileName, toCsv } from "../../export/csv.ts";
import { useTRPCClient } from "../../trpc/client.ts";
import { useFailureText } from "../../trpc/failure-state.tsx";
import { pageSize } from "../../trpc/use-visible-pages.ts";

/** What can be done with the marked hits. They are compounds of the project already. */
export function MarkedHits({
  campaign,
  marked,
  onClear,
}: {
  campaign: CampaignView;
  marked: ReadonlySet<string>;
  onClear: () => void;
}) {
  const t = useTranslations("screening");
  const client = useTRPCClient();
  const failureText = useFailureText();
  const save = useMutation({
    mutationFn: async () => {
      const ranks = [...marked].map(Number).sort((a, b) => a - b);
      const pages = new Set(ranks.map((rank) => Math.floor((rank - 1) / pageSize)));
      const lines: (string | number)[][] = [];
      for (const page of pages) {
        const { rows } = await client.campaigns.hits.query({
          ...{ campaignId: campaign.id, offset: page * pageSize, limit: pageSize },
        });
        for (const { rank, compoundId, name, smiles, score } of rows)
          if (marked.has(String(rank))) lines.push([rank, compoundId, name ?? "", smiles, score]);
      }
      saveFile(`${fileName(campaign.name)}.csv`, "text/csv", toCsv(["rank", "id", "name", "smiles", "score"], lines));
    },
  });
  return (
    <div className="flex flex-wrap items-center gap-2 text-sm">
      <span className="numeric font-medium">{t("marked", { count: marked.size })}</span>
      <Button
        size="small"
        icon={<Download aria-hidden size={14} />}
        isPending={save.isPending}
        onPress={() => save.mutate()}
      >
        {t("saveMarked")}
      </Button>
      <Button size="small" look="quiet" onPress={onClear}>
        {t("clearMarked")}
      </Button>
      {save.isError && (
        <span role="alert" className="text-danger">
          {failureText(save.error)}
        </span>
      )}
    </div>
  );
}
