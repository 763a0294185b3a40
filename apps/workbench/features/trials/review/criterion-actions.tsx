"use client";

import type { Criterion } from "@qinghao/trials/schema";
import { Button } from "@qinghao/ui";
import { Check, Merge, PenLine, RotateCcw, Scissors, UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { cutsOf, nextOf } from "./edits.ts";
import { useReviewScope } from "./review-context.ts";

/** What can be done to a criterion. */
export function CriterionActions({ criterion }: { criterion: Criterion }) {
  const t = useTranslations("trials.review");
  const { deeds, review, isOpen } = useReviewScope();
  if (!isOpen) return null;
  const decision = review.present.reviews[criterion.id]?.decision;
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <Button
        look={decision === undefined ? "primary" : "secondary"}
        size="small"
        icon={<Check aria-hidden size={14} />}
        onPress={() => deeds.accept(criterion)}
      >
        {t("accept")}
      </Button>
      <Button size="small" icon={<PenLine aria-hidden size={14} />} onPress={() => deeds.setMode("edit")}>
        {t("edit")}
      </Button>
      <Button
        size="small"
        icon={<UserRound aria-hidden size={14} />}
        onPress={() => deeds.markNotComputable(criterion)}
      >
        {t("markNotComputable")}
      </Button>
      <Button
        look="quiet"
        size="small"
        icon={<Scissors aria-hidden size={14} />}
        isDisabled={cutsOf(criterion.text).length === 0}
        onPress={() => deeds.setMode(deeds.mode === "split" ? null : "split")}
      >
        {t("split")}
      </Button>
      <Button
        look="quiet"
        size="small"
        icon={<Merge aria-hidden size={14} />}
        isDisabled={nextOf(review.present.document, criterion.id) === null}
        onPress={() => deeds.merge(criterion)}
      >
        {t("merge")}
      </Button>
      <Button
        look="quiet"
        size="small"
        icon={<RotateCcw aria-hidden size={14} />}
        isPending={deeds.isReading}
        onPress={() => deeds.restore(criterion)}
      >
        {t("restore")}
      </Button>
    </div>
  );
}
