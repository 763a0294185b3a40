"use client";

import type { Candidate, Manifest } from "@qinghao/properties/schema";
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
  const { dataset, model, selection } = manifest;
  const count = (value: number) => formatCount(locale, value);
  const parameterName = (name: string) => (isKnownParameter(name) ? t(`parameter.${name}`) : name);
  return (
    <>
      <Section title={t("data")}>
        <KeyValue
          items={[
            { key: "set", label: t("dataset"), value: dataset.id },
            { key: "source", label: t("source"), value: dataset.source },
            { key: "citation", label: t("citation"), value: dataset.citation },
            { key: "licence", label: t("dataLicence"), value: dataset.licence[locale] },
            { key: "split", label: t("split"), value: dataset.split[locale] },
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
            { key: "kind", label: t("kind"), value: t(`kindName.${model.kind}`) },
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
            { key: "interval", label: t("intervalMethod"), value: manifest.interval.method[locale] },
            { key: "domain", label: t("domainMethod"), value: manifest.domain.method[locale] },
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
            { key: "licence", label: t("licence"), value: manifest.licence[locale] },
          ]}
        />
      </Section>
      <Section title={t("selection")} meta={t("selectionHelp", { folds: selection.folds })}>
        <p className="max-w-3xl text-sm text-ink-2">{selection.method[locale]}</p>
        <SimpleTable
          label={t("selection")}
          className="max-h-80 max-w-3xl overflow-y-auto"
          rows={[...selection.table].sort((a, b) => a.mae - b.mae)}
          rowId={(row) => JSON.stringify([row.part, row.parameters])}
          columns={[
            { id: "part", name: t("candidate"), className: "whitespace-nowrap", cell: (row) => t(`part.${row.part}`) },
            {
              id: "parameters",
              name: t("differsIn"),
              cell: (row) => (
                <span className="numeric">
                  {differences(row, selection.table)
                    .map(([name, value]) => t("parameterValue", { name: parameterName(name), value: String(value) }))
                    .join(t("listSeparator"))}
                </span>
              ),
            },
            {
              id: "mae",
              name: `${t("metricName.mae")} (${manifest.unit})`,
              align: "end",
              cell: (row) => formatDecimal(row.mae, 4),
            },
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

const knownParameters = ["gamma", "ridge", "huberDelta", "kernelShare"] as const;
const isKnownParameter = (name: string): name is (typeof knownParameters)[number] =>
  knownParameters.some((one) => one === name);

/** What tells a candidate from the others of its part. */
function differences({ part, parameters }: Candidate, table: readonly Candidate[]): [name: string, value: number][] {
  const rivals = table.filter((one) => one.part === part);
  return Object.entries(parameters).filter(([name, value]) => rivals.some((rival) => rival.parameters[name] !== value));
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
