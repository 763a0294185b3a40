"use client";

import {
  Button,
  ButtonLink,
  ConfirmDialog,
  ErrorState,
  formatCount,
  Notice,
  ProgressBar,
  Section,
  Skeleton,
  StateChip,
  Time,
  useUiText,
} from "@qinghao/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc/client.ts";
import { FailureState } from "../../trpc/failure-state.tsx";
import { isOver } from "./import-states.ts";
import { RejectsTable } from "./rejects-table.tsx";

/** One import: live while it runs, its result when it is over. */
export function ImportStatus({
  projectId,
  importId,
  onAgain,
}: {
  projectId: string;
  importId: string;
  onAgain: () => void;
}) {
  const t = useTranslations("import");
  const locale = useLocale();
  const trpc = useTRPC();
  const found = useQuery(
    trpc.imports.get.queryOptions(
      { importId },
      { refetchInterval: (query) => (query.state.data !== undefined && isOver(query.state.data.state) ? false : 700) },
    ),
  );
  if (found.isPending) return <Skeleton className="h-24 w-full" />;
  if (found.isError) return <FailureState error={found.error} onRetry={() => found.refetch()} />;
  const { state, counts, progress, fileName, error, finishedAt } = found.data;
  const count = (value: number) => formatCount(locale, value);
  const isEverythingKnown = state === "completed" && counts.added === 0 && counts.existed > 0;
  return (
    <div className="flex flex-col">
      <Section
        title={fileName ?? t("pasted")}
        meta={
          <span className="flex items-center gap-3">
            <StateChip state={state} />
            {finishedAt !== null && <Time at={finishedAt} />}
          </span>
        }
        actions={
          isOver(state) ? (
            <>
              <Button onPress={onAgain}>{t("again")}</Button>
              <ButtonLink look="primary" href={`/p/${projectId}/compounds`}>
                {t("showCompounds")}
              </ButtonLink>
            </>
          ) : undefined
        }
      >
        {error !== null && <ErrorState title={error.message[locale]} code={error.code} details={error.details} />}
        {state === "cancelled" && (
          <Notice>{t("cancelled", { added: counts.added, shown: count(counts.added) })}</Notice>
        )}
        {isEverythingKnown && (
          <Notice>{t("nothingNew", { existed: counts.existed, shown: count(counts.existed) })}</Notice>
        )}
        {!isOver(state) && (
          <ProgressBar
            label={t("importing", { file: fileName ?? t("pasted") })}
            progress={progress}
            isEstimate
            action={<CancelImport importId={importId} isCancelling={state === "cancelling"} />}
          />
        )}
        <dl className="grid max-w-2xl grid-cols-3 gap-6 py-2">
          <Figure label={t("added")} value={count(counts.added)} />
          <Figure label={t("existed")} value={count(counts.existed)} />
          <Figure label={t("rejected")} value={count(counts.rejected)} tone={counts.rejected > 0 ? "warn" : "plain"} />
        </dl>
      </Section>
      {counts.rejected > 0 && (
        <Section
          title={t("rejectedRows")}
          meta={t("rejectedHelp")}
          actions={
            <ButtonLink
              icon={<Download aria-hidden size={14} />}
              href={`/api/v1/imports/${importId}/rejects.csv`}
              download
            >
              {t("downloadRejects", { shown: count(counts.rejected) })}
            </ButtonLink>
          }
        >
          <RejectsTable importId={importId} count={counts.rejected} />
        </Section>
      )}
    </div>
  );
}

function Figure({ label, value, tone = "plain" }: { label: string; value: string; tone?: "plain" | "warn" }) {
  return (
    <div className="flex flex-col">
      <dt className="text-xs text-ink-3">{label}</dt>
      <dd
        className={
          tone === "warn" ? "numeric text-xl font-semibold text-warn" : "numeric text-xl font-semibold text-ink"
        }
      >
        {value}
      </dd>
    </div>
  );
}

function CancelImport({ importId, isCancelling }: { importId: string; isCancelling: boolean }) {
  const t = useTranslations("import");
  const text = useUiText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const cancel = useMutation(
    trpc.imports.cancel.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.imports.get.queryKey({ importId }) }),
    }),
  );
  return (
    <>
      <Button size="small" isDisabled={isCancelling || cancel.isPending} onPress={() => setAsking(true)}>
        {text.cancel}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t("cancelTitle")}
        confirmLabel={t("cancelConfirm")}
        onConfirm={() => cancel.mutate({ importId })}
      >
        {t("cancelBody")}
      </ConfirmDialog>
    </>
  );
}
