"use client";

import type { Manifest } from "@qinghao/properties/schema";
import {
  CopyButton,
  formatBytes,
  formatCount,
  formatDecimal,
  formatDuration,
  formatPercent,
  KeyValue,
  Section,
  Time,
} from "@qinghao/ui";
import { SimpleTable } from "@qinghao/ui/data-table";
import { useLocale, useTranslations } from "next-intl";

/** Data, split, seeds, method, selection and files: all that is needed to make these weights again. */
export function ModelMaking({ manifest }: { manifest: Manifest }) {
  const t = useTranslations("models");
  const locale = useLocale();
  const { dataset, model, selection, peer, test } = manifest;
  const count = (value: number) => formatCount(locale, value);
  return (
    <>
      <Section title={t("data")}>
        <KeyValue
          items={[
            { key: "set", label: t("dataset"), value: dataset.id },
            { key: "source", label: t("source"), value: dataset.source },
            { key: "citation", label: t("citation"), value: dataset.citation },
            { key: "licence", label: t("dataLicence"), value: dataset.licence },
            { key: "split", label: t("split"), value: dataset.split },
            {
              key: "rows",
              label: t("rows"),
              value: t("trainAndTest", { train: count(dataset.trainRows), test: count(dataset.testRows) }),
            },
            { key: "train", label: t("trainHash"), value: <Hash value={dataset.sha256.trainVal} /> },
            { key: "test", label: t("testHash"), value: <Hash value={dataset.sha256.test} /> },
          ]}
        />
      </Section>
      <Section title={t("method")}>
        <KeyValue
          items={[
            { key: "kind", label: t("kind"), value: model.kind },
            { key: "seeds", label: t("seeds"), value: model.seeds.join(", ") },
            {
              key: "boosting",
              label: t("boosting"),
              value: t("boostingFacts", {
                trees: model.boosting.trees,
                leaves: model.boosting.leaves,
                rate: model.boosting.learningRate,
              }),
            },
            {
              key: "share",
              label: t("kernelShare"),
              value: formatPercent(locale, model.kernelShare),
            },
            { key: "interval", label: t("intervalMethod"), value: manifest.interval.method },
            { key: "domain", label: t("domainMethod"), value: manifest.domain.method },
            { key: "created", label: t("created"), value: <Time at={manifest.created} /> },
            { key: "took", label: t("training"), value: formatDuration(locale, manifest.trainingSeconds) },
            { key: "command", label: t("command"), value: <Command text={manifest.command} /> },
            { key: "commit", label: t("commit"), value: <Hash value={manifest.commit} /> },
            {
              key: "toolkit",
              label: t("toolkit"),
              value: Object.entries(manifest.toolkit)
                .map(([name, version]) => `${name} ${version}`)
                .join(" · "),
            },
            { key: "licence", label: t("licence"), value: manifest.licence },
          ]}
        />
      </Section>
      <Section title={t("selection")} meta={t("selectionHelp", { folds: selection.folds })}>
        <p className="max-w-3xl text-sm text-ink-2">{selection.method}</p>
        <SimpleTable
          label={t("selection")}
          className="max-h-80 max-w-3xl overflow-y-auto"
          rows={[...selection.table].sort((a, b) => a.mae - b.mae)}
          rowId={(row) => row.candidate}
          columns={[
            { id: "candidate", name: t("candidate"), className: "break-all", cell: (row) => row.candidate },
            { id: "mae", name: t("metricName.mae"), align: "end", cell: (row) => formatDecimal(row.mae, 4) },
          ]}
        />
      </Section>
      <Section title={t("seedsAndPeer")}>
        <SimpleTable
          label={t("seedsAndPeer")}
          className="max-w-3xl"
          rows={[
            ...test.perSeed.map((one) => ({
              id: String(one.seed),
              name: t("seed", { seed: one.seed }),
              mae: formatDecimal(one.mae, 4),
            })),
            { id: "mean", name: t("mean"), mae: `${formatDecimal(test.meanMae, 4)} ± ${formatDecimal(test.sdMae, 4)}` },
            ...(peer === null
              ? []
              : [
                  {
                    id: "peer",
                    name: t("peer", { name: peer.name, version: peer.version, features: peer.features }),
                    mae: `${formatDecimal(peer.meanMae, 4)} ± ${formatDecimal(peer.sdMae, 4)}`,
                  },
                ]),
          ]}
          rowId={(row) => row.id}
          columns={[
            { id: "name", name: t("model"), cell: (row) => row.name },
            { id: "mae", name: t("metricName.mae"), align: "end", cell: (row) => row.mae },
          ]}
        />
      </Section>
      <Section title={t("files")}>
        <SimpleTable
          label={t("files")}
          rows={manifest.files}
          rowId={(file) => file.path}
          columns={[
            { id: "path", name: t("file"), cell: (file) => <span className="font-mono text-xs">{file.path}</span> },
            { id: "size", name: t("size"), align: "end", cell: (file) => formatBytes(locale, file.size) },
            { id: "hash", name: "SHA-256", cell: (file) => <Hash value={file.sha256} /> },
          ]}
        />
      </Section>
    </>
  );
}

function Hash({ value }: { value: string }) {
  const t = useTranslations("models");
  return (
    <span className="inline-flex items-center gap-1">
      <code className="font-mono text-xs" title={value}>
        {value.slice(0, 16)}
      </code>
      <CopyButton text={value} label={t("copyHash")} />
    </span>
  );
}

function Command({ text }: { text: string }) {
  const t = useTranslations("models");
  return (
    <span className="inline-flex items-center gap-1">
      <code className="font-mono text-xs break-all">{text}</code>
      <CopyButton text={text} label={t("copyCommand")} />
    </span>
  );
}
