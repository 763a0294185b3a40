"use client";

import type { RunView } from "@qinghao/api/schema";
import { KeyValue, Notice, Section } from "@qinghao/ui";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useEndpoints } from "../../trpc/use-endpoints.ts";

/** What computed the run, so that it can be repeated: backend, device, queue, toolkits and model versions. */
export function RunRecordSection({ run }: { run: RunView }) {
  const t = useTranslations("runs");
  const locale = useLocale();
  const endpoints = useEndpoints();
  const { record } = run;
  if (record === null)
    return (
      <Section title={t("record")}>
        <p className="text-sm text-ink-2">{t("noRecord")}</p>
      </Section>
    );
  return (
    <Section title={t("record")} meta={t("recordHelp")}>
      {record.fallback !== null && <Notice>{record.fallback[locale]}</Notice>}
      <div className="grid gap-x-12 gap-y-5 md:grid-cols-2">
        <KeyValue
          items={[
            { key: "backend", label: t("backend"), value: record.backend },
            { key: "device", label: t("device"), value: record.device },
            { key: "queue", label: t("queue"), value: t(`queueKind.${record.queue}`) },
            { key: "wish", label: t("accelerator"), value: t(`acceleratorWish.${run.accelerator}`) },
          ]}
        />
        <KeyValue
          items={[
            ...Object.entries(record.models).map(([endpoint, version]) => ({
              key: `model-${endpoint}`,
              label: (
                <Link href={`/models/${endpoint}`} className="hover:text-accent hover:underline">
                  {endpoints.find((one) => one.id === endpoint)?.name ?? endpoint}
                </Link>
              ),
              value: t("version", { version }),
            })),
            ...Object.entries(record.toolkits).map(([toolkit, version]) => ({
              key: `toolkit-${toolkit}`,
              label: toolkit,
              value: <span className="numeric">{version}</span>,
            })),
          ]}
        />
      </div>
    </Section>
  );
}
