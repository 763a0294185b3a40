"use client";

import {
  BackLink,
  Button,
  ButtonLink,
  formatDuration,
  NumberField,
  PageBody,
  PageHeader,
  Section,
  Select,
  showToast,
  TextField,
} from "@qinghao/ui";
import { useMutation } from "@tanstack/react-query";
import { useRouter, useSearchParams } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc/client.ts";
import { FailureState } from "../../trpc/failure-state.tsx";
import { LibraryChoice, useLibrary } from "./library-choice.tsx";
import { type FunnelId, funnelIds, readyFunnel } from "./ready-funnels.ts";
import { missingOf, type StageDraft, stageInput } from "./stage-draft.ts";
import { StageList } from "./stage-list.tsx";
import { secondsOf } from "./stage-rates.ts";

const priorities = ["1", "2", "3", "4", "5"] as const;
type Priority = (typeof priorities)[number];

/** The reader's day, ISO 8601. */
const isoToday = (): string => {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
};

/** Sets up a campaign over the compounds of the project. */
export function NewCampaignPage({ projectId }: { projectId: string }) {
  const t = useTranslations("screening");
  const locale = useLocale();
  const trpc = useTRPC();
  const router = useRouter();
  const receptor = useSearchParams().get("receptor");
  const library = useLibrary(projectId);
  const [name, setName] = useState<string | null>(null);
  const [stages, setStages] = useState<StageDraft[]>(() =>
    readyFunnel(receptor === null ? "known-actives" : "dock", receptor),
  );
  const [hits, setHits] = useState<number | null>(null);
  const [hours, setHours] = useState<number | null>(null);
  const [priority, setPriority] = useState<Priority>("3");
  const [isTried, setTried] = useState(false);
  const start = useMutation(
    trpc.campaigns.start.mutationOptions({
      onSuccess: ({ id }) => {
        showToast({ title: t("plan.startedToast"), tone: "success" });
        router.push(`/p/${projectId}/screening/${id}`);
      },
    }),
  );
  const shownName = name ?? t("plan.nameDefault", { date: isoToday() });
  const ligands = library.count ?? 0;
  const isReady = stages.every((stage, at) => missingOf(stage, stages.slice(0, at)) === null);
  const send = () => {
    setTried(true);
    if (!isReady) return;
    start.mutate({
      projectId,
      name: shownName,
      library: library.scope,
      stages: stages.map(stageInput),
      budget: { ...(hits === null ? {} : { hits }), ...(hours === null ? {} : { hours }) },
      priority: Number(priority),
    });
  };
  const limited = (set: (value: number | null) => void) => (value: number) =>
    set(Number.isFinite(value) ? value : null);
  return (
    <>
      <PageHeader
        title={t("plan.title")}
        above={<BackLink href={`/p/${projectId}/screening`}>{t("title")}</BackLink>}
      />
      <PageBody>
        <div className="flex max-w-4xl flex-col">
          <TextField label={t("name")} value={shownName} onChange={setName} maxLength={200} className="max-w-md pb-5" />
          <Section
            title={t("library")}
            meta={library.count === null ? undefined : t("plan.libraryHelp", { count: library.count })}
            className="first:border-t"
          >
            <LibraryChoice projectId={projectId} library={library} />
          </Section>
          <Section title={t("plan.stages")}>
            <p className="text-sm text-ink-2">{t("plan.stagesHelp")}</p>
            <div className="flex flex-wrap items-center gap-2 text-sm">
              <span className="text-ink-3">{t("plan.startFrom")}</span>
              {funnelIds.map((id: FunnelId) => (
                <Button key={id} size="small" onPress={() => setStages(readyFunnel(id, receptor))}>
                  {t(`plan.funnels.${id}`)}
                </Button>
              ))}
            </div>
            <StageList stages={stages} isTried={isTried} onChange={setStages} />
          </Section>
          <Section title={t("plan.budget")}>
            <div className="flex flex-wrap gap-3">
              <NumberField
                label={t("plan.stopHits")}
                placeholder={t("plan.noLimit")}
                value={hits ?? Number.NaN}
                onChange={limited(setHits)}
                minValue={1}
                steppers={false}
                className="w-52"
              />
              <NumberField
                label={t("plan.stopHours")}
                placeholder={t("plan.noLimit")}
                value={hours ?? Number.NaN}
                onChange={limited(setHours)}
                minValue={0}
                steppers={false}
                className="w-52"
              />
              <Select<Priority>
                label={t("plan.priority")}
                options={priorities.map((id) => ({ id, label: t(`plan.priorities.${id}`) }))}
                value={priority}
                onChange={setPriority}
                className="w-44"
              />
            </div>
          </Section>
          {start.isError && <FailureState error={start.error} layout="inline" />}
          <div className="flex flex-wrap items-center gap-3 border-t py-5">
            <Button look="primary" isDisabled={ligands === 0 || start.isPending} onPress={send}>
              {t("plan.start")}
            </Button>
            <ButtonLink href={`/p/${projectId}/screening`}>{t("plan.cancel")}</ButtonLink>
            {ligands > 0 && (
              <span className="text-sm text-ink-3">
                {t("plan.estimate", { duration: formatDuration(locale, Math.max(1, secondsOf(stages, ligands))) })}
              </span>
            )}
          </div>
        </div>
      </PageBody>
    </>
  );
}
