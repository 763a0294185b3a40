"use client";

import type { CriterionDraftView } from "@qinghao/api/schema";
import type { Criterion } from "@qinghao/trials/schema";
import { Button } from "@qinghao/ui";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Sparkles } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useTRPC } from "../../../trpc/client.ts";
import { FailureState } from "../../../trpc/failure-state.tsx";
import { useReviewScope } from "./review-context.ts";
import { WordDiff } from "./word-diff.tsx";

/** Another reading of a criterion by a language model, as a draft beside the present one. Only where one is configured. */
export function ModelDraft({ criterion }: { criterion: Criterion }) {
  const t = useTranslations("trials.draft");
  const trpc = useTRPC();
  const { review, isOpen } = useReviewScope();
  const drafter = useQuery(
    trpc.trials.criteria.drafter.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }),
  );
  const drafting = useMutation(trpc.trials.criteria.draft.mutationOptions());
  const model = drafter.data?.model ?? null;
  if (model === null || !isOpen) return null;
  const draft = drafting.data?.drafts.find(({ id }) => id === criterion.id);
  return (
    <div className="flex flex-col items-start gap-2">
      {draft === undefined ? (
        <Button
          look="quiet"
          size="small"
          icon={<Sparkles aria-hidden size={14} />}
          isPending={drafting.isPending}
          isDisabled={review.state !== "saved"}
          onPress={() => drafting.mutate({ versionId: review.version.id, criteria: [criterion.id] })}
        >
          {t("ask", { model })}
        </Button>
      ) : (
        <DraftView criterion={criterion} draft={draft} model={model} onClose={() => drafting.reset()} />
      )}
      {drafting.isError && <FailureState error={drafting.error} />}
    </div>
  );
}

function DraftView({
  criterion,
  draft,
  model,
  onClose,
}: {
  criterion: Criterion;
  draft: CriterionDraftView;
  model: string;
  onClose: () => void;
}) {
  const t = useTranslations("trials.draft");
  const locale = useLocale();
  const { deeds, review } = useReviewScope();
  const { proposed, reading, problem, differs } = draft;
  const present = review.version.readings.find(({ id }) => id === criterion.id)?.reading[locale] ?? "";
  return (
    <div className="flex w-full flex-col gap-2 rounded-md bg-info-soft p-3">
      <p className="text-xs font-medium text-info">{t("title", { model })}</p>
      {proposed === null || reading === null ? (
        <p className="text-ink-2">{t("nothing", { problem: problem?.[locale] ?? "" })}</p>
      ) : differs ? (
        <p className="break-words text-ink">
          <WordDiff before={present} after={reading[locale]} />
        </p>
      ) : (
        <p className="text-ink-2">{t("same")}</p>
      )}
      <div className="flex gap-2">
        {proposed !== null && differs && (
          <Button size="small" onPress={() => deeds.edit(criterion, proposed.tree)}>
            {t("take")}
          </Button>
        )}
        <Button look="quiet" size="small" onPress={onClose}>
          {t("dismiss")}
        </Button>
      </div>
    </div>
  );
}
