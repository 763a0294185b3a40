"use client";

import { KeyValue, PageBody, PageHeader, Section, Skeleton, StateChip } from "@qinghao/ui";
import { SimpleTable } from "@qinghao/ui/data-table";
import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useTRPC } from "../../trpc/client.ts";
import { FailureState } from "../../trpc/failure-state.tsx";

/** Whether everything behind the pages is well, and what to do where it is not. */
export function SystemPage() {
  const t = useTranslations("system");
  const trpc = useTRPC();
  const health = useQuery(trpc.system.health.queryOptions(undefined, { refetchInterval: 5_000 }));
  return (
    <>
      <PageHeader
        title={t("title")}
        state={
          health.data && (
            <StateChip
              state={health.data.ok ? "ready" : "failed"}
              label={health.data.ok ? t("allWell") : t("notWell")}
            />
          )
        }
        meta={health.data && t("version", { version: health.data.version })}
      />
      <PageBody>
        <div className="flex max-w-5xl flex-col">
          <Section title={t("services")}>
            <Loaded query={health}>
              {(data) => (
                <SimpleTable
                  label={t("services")}
                  rows={data.services}
                  rowId={(one) => one.name}
                  columns={[
                    {
                      id: "name",
                      name: t("service"),
                      cell: (one) => <span className="font-medium">{t(`serviceName.${one.name}`)}</span>,
                    },
                    {
                      id: "state",
                      name: t("state"),
                      cell: (one) => (
                        <StateChip state={one.ok ? "ready" : "failed"} label={one.ok ? t("well") : t("away")} />
                      ),
                    },
                    {
                      id: "detail",
                      name: t("detail"),
                      className: "max-w-md break-all text-ink-2",
                      cell: (one) => one.detail,
                    },
                    {
                      id: "millis",
                      name: t("answerTime"),
                      align: "end",
                      cell: (one) => t("millis", { millis: Math.round(one.millis) }),
                    },
                  ]}
                />
              )}
            </Loaded>
          </Section>
          <Queues />
          <Backends />
        </div>
      </PageBody>
    </>
  );
}

function Queues() {
  const t = useTranslations("system");
  const trpc = useTRPC();
  const queues = useQuery(trpc.system.queues.queryOptions(undefined, { refetchInterval: 5_000 }));
  return (
    <Section title={t("queues")} meta={t("queuesHelp")}>
      <Loaded query={queues}>
        {(data) =>
          data.reachable ? (
            <SimpleTable
              label={t("queues")}
              rows={data.queues}
              rowId={(one) => `${one.queue}-${one.kind}`}
              columns={[
                {
                  id: "queue",
                  name: t("queue"),
                  cell: (one) => <span className="font-mono text-xs">{one.queue}</span>,
                },
                { id: "kind", name: t("queueKind"), cell: (one) => t(`queueKindName.${one.kind}`) },
                {
                  id: "state",
                  name: t("state"),
                  cell: (one) => (
                    <StateChip
                      state={one.pollers > 0 ? "ready" : "unavailable"}
                      label={t("workers", { count: one.pollers })}
                    />
                  ),
                },
                { id: "backlog", name: t("backlog"), align: "end", cell: (one) => one.backlog ?? "–" },
              ]}
            />
          ) : (
            <p className="text-sm text-danger">{t("queuesUnreachable")}</p>
          )
        }
      </Loaded>
    </Section>
  );
}

function Backends() {
  const t = useTranslations("system");
  const locale = useLocale();
  const trpc = useTRPC();
  const backends = useQuery(
    trpc.system.backends.queryOptions(undefined, { staleTime: 60_000, trpc: { context: { alone: true } } }),
  );
  return (
    <Section title={t("backends")} meta={t("backendsHelp")}>
      <Loaded query={backends}>
        {(data) => (
          <KeyValue
            className="gap-y-3"
            items={data.backends.map((one) => ({
              key: one.name,
              label: <BackendName name={one.name} />,
              value: (
                <span className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                  <StateChip
                    state={one.available ? "ready" : "unavailable"}
                    label={one.available ? t("available") : t("notAvailable")}
                  />
                  <span className="min-w-0 flex-1 text-ink-2">{one.device ?? one.reason?.[locale]}</span>
                </span>
              ),
            }))}
          />
        )}
      </Loaded>
    </Section>
  );
}

const backendNames = ["tensorflow", "webgpu", "wasm", "cpu"] as const;

function BackendName({ name }: { name: string }) {
  const t = useTranslations("system.backendName");
  const known = backendNames.find((one) => one === name);
  return <span className="font-medium text-ink">{known === undefined ? name : t(known)}</span>;
}

type LoadedProps<Data> = {
  query: { data: Data | undefined; isError: boolean; error: unknown; refetch: () => unknown };
  children: (data: Data) => ReactNode;
};

function Loaded<Data>({ query, children }: LoadedProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <FailureState error={query.error} onRetry={() => query.refetch()} />;
  return <Skeleton className="h-24 w-full" />;
}
