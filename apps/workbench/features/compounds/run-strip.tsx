"use client";

import type { RunView } from "@qinghao/api/schema";
import {
  Button,
  ButtonLink,
  ErrorState,
  IconButton,
  type JobState,
  Notice,
  ProgressBar,
  StateChip,
  showToast,
  useUiLocale,
} from "@qinghao/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client.ts";
import { useFailureText } from "../../trpc/failure-state.tsx";
import { isRunOver } from "./use-active-run.ts";

export type RunStripProps = { readonly run: RunView; readonly onClose: () => void };

/** The prediction run over this project: how far, how fast, how long still, and the button that stops it. */
export function RunStrip({ run, onClose }: RunStripProps) {
  const t = useTranslations("compounds.run");
  const locale = useUiLocale();
  const failureText = useFailureText();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const cancel = useMutation(
    trpc.runs.cancel.mutationOptions({
      onSuccess: () => void queries.invalidateQueries(trpc.runs.pathFilter()),
      onError: (error) => showToast({ tone: "danger", title: failureText(error) }),
    }),
  );
  const isOver = isRunOver(run);
  return (
    <section
      aria-label={t("label")}
      data-run-state={run.state}
      className="mx-6 mb-3 flex flex-col gap-2 rounded-md bg-surface px-4 py-3"
    >
      <div className="flex flex-wrap items-center gap-3 text-sm">
        <StateChip state={chipOf(run)} />
        <span className="min-w-0 flex-1 truncate font-medium">
          {isOver
            ? t("over", { done: run.progress.done, failed: run.progress.failed })
            : run.waiting !== null
              ? run.waiting.message[locale]
              : run.state === "queued"
                ? t("queued")
                : t("running")}
        </span>
        {run.record?.device != null && <span className="text-xs text-ink-3">{run.record.device}</span>}
        <ButtonLink size="small" look="quiet" href={`/p/${run.projectId}/runs/${run.id}`}>
          {t("details")}
        </ButtonLink>
        {isOver ? (
          <IconButton size="small" label={t("hide")} icon={<X aria-hidden size={14} />} onPress={onClose} />
        ) : (
          <Button
            size="small"
            isDisabled={run.state === "cancelling"}
            isPending={cancel.isPending}
            onPress={() => cancel.mutate({ runId: run.id })}
          >
            {t("cancel")}
          </Button>
        )}
      </div>
      {!isOver && <ProgressBar label={t("label")} progress={run.progress} isPaused={run.waiting !== null} />}
      {run.state === "cancelled" && <Notice>{t("kept")}</Notice>}
      {run.error !== null && (
        <ErrorState title={run.error.message[locale]} code={run.error.code} details={run.error.details} />
      )}
    </section>
  );
}

function chipOf(run: RunView): JobState {
  if (run.state === "completed") return run.progress.failed > 0 ? "partial" : "completed";
  if (run.waiting !== null && !isRunOver(run)) return "waiting";
  return run.state;
}
