"use client";

import { Button, Notice } from "@qinghao/ui";
import { useTranslations } from "next-intl";
import { useFailureText } from "../../../trpc/failure-state.tsx";
import { useReviewScope } from "./review-context.ts";

/** Says that edits are not stored, and what can be done about it. */
export function SaveTrouble() {
  const t = useTranslations("trials.review");
  const failureText = useFailureText();
  const { review } = useReviewScope();
  if (review.state !== "conflict" && review.state !== "failed") return null;
  return (
    <div className="px-6 pb-3">
      {review.state === "conflict" ? (
        <Notice
          tone="warn"
          actions={
            <>
              <Button size="small" onPress={review.keepMine}>
                {t("keepMine")}
              </Button>
              <Button size="small" onPress={review.takeTheirs}>
                {t("takeTheirs")}
              </Button>
            </>
          }
        >
          {t("conflict")}
        </Notice>
      ) : (
        <Notice
          tone="warn"
          actions={
            <Button size="small" onPress={review.retry}>
              {t("saveAgain")}
            </Button>
          }
        >
          {t("notSaved", { reason: failureText(review.error) })}
        </Notice>
      )}
    </div>
  );
}
