"use client";

import type { Manifest } from "@qinghao/properties/schema";
import { CopyButton, formatDecimal, KeyValue, Time } from "@qinghao/ui";
import { SimpleTable } from "@qinghao/ui/data-table";
import { useLocale, useTranslations } from "next-intl";

/** Errors seed by seed, and the peer's on the same files with how they were measured. */
export function ModelPeer({ manifest }: { manifest: Manifest }) {
  const t = useTranslations("models");
  const locale = useLocale();
  const { peer, test, unit } = manifest;
  const spread = (mean: number, sd: number) => `${formatDecimal(mean, 4)} ± ${formatDecimal(sd, 4)}`;
  const peerMae = (seed: number) => peer?.perSeed.find((one) => one.seed === seed)?.mae;
  const rows = [
    ...test.perSeed.map(({ seed, mae }) => {
      const theirs = peerMae(seed);
      return {
        id: String(seed),
        name: t("seed", { seed }),
        ours: formatDecimal(mae, 4),
        theirs: theirs === undefined ? "–" : formatDecimal(theirs, 4),
      };
    }),
    {
      id: "mean",
      name: t("mean"),
      ours: spread(test.meanMae, test.sdMae),
      theirs: peer === null ? "–" : spread(peer.meanMae, peer.sdMae),
    },
  ];
  return (
    <div className="grid items-start gap-8 lg:grid-cols-2">
      <SimpleTable
        label={t("seedsAndPeer")}
        rows={rows}
        rowId={(row) => row.id}
        columns={[
          { id: "name", name: `${t("metricName.mae")} (${unit})`, cell: (row) => row.name },
          { id: "ours", name: t("thisModel"), align: "end", className: "whitespace-nowrap", cell: (row) => row.ours },
          ...(peer === null
            ? []
            : [
                {
                  id: "peer",
                  name: peer.name,
                  align: "end" as const,
                  className: "whitespace-nowrap",
                  cell: (row: (typeof rows)[number]) => row.theirs,
                },
              ]),
        ]}
      />
      {peer !== null && (
        <KeyValue
          items={[
            { key: "peer", label: t("peer"), value: `${peer.name} ${peer.version}` },
            { key: "features", label: t("peerFeatures"), value: peer.features[locale] },
            { key: "date", label: t("peerDate"), value: <Time at={peer.date} /> },
            {
              key: "command",
              label: t("command"),
              value: (
                <span className="inline-flex items-center gap-1">
                  <code className="font-mono text-xs break-all">{peer.command}</code>
                  <CopyButton text={peer.command} label={t("copyCommand")} />
                </span>
              ),
            },
          ]}
        />
      )}
    </div>
  );
}
