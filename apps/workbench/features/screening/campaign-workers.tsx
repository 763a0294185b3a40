"use client";

import { formatPercent } from "@qinghao/ui";
import { SimpleTable } from "@qinghao/ui/data-table";
import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client.ts";

/** The workers that take shards of campaigns now, and how busy their devices are. */
export function CampaignWorkers() {
  const t = useTranslations("screening.workers");
  const locale = useLocale();
  const trpc = useTRPC();
  const found = useQuery(trpc.campaigns.workers.queryOptions({}, { refetchInterval: 3_000 }));
  const workers = found.data?.workers ?? [];
  if (workers.length === 0) return null;
  return (
    <SimpleTable
      label={t("title")}
      rows={workers.map((worker, at) => ({ ...worker, key: `${worker.queue} ${worker.device} ${at}` }))}
      rowId={({ key }) => key}
      className="max-w-2xl"
      columns={[
        { id: "device", name: t("device"), cell: ({ device }) => device },
        { id: "queue", name: t("queue"), cell: ({ queue }) => t(`queues.${queue}`) },
        { id: "slots", name: t("slots"), align: "end", cell: ({ slots }) => slots },
        { id: "busy", name: t("busy"), align: "end", cell: ({ busy }) => formatPercent(locale, busy) },
      ]}
    />
  );
}
