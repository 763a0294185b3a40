"use client";

import type { Criterion } from "@qinghao/trials/schema";
import { Button } from "@qinghao/ui";
import { Scissors } from "lucide-react";
import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { cutsOf, partsAt } from "./edits.ts";
import { useReviewScope } from "./review-context.ts";

/** The words with a place to cut wherever one is likely; both parts are read anew. */
export function SplitForm({ criterion }: { criterion: Criterion }) {
  const t = useTranslations("trials.review");
  const { deeds } = useReviewScope();
  const cuts = cutsOf(criterion.text);
  const edges = [0, ...cuts, criterion.text.length];
  const pieces = edges.slice(1).map((end, at) => ({ start: edges[at]!, end }));
  return (
    <div className="flex flex-col gap-2 rounded-md bg-canvas p-3">
      <p className="text-xs text-ink-3">{t("splitHelp")}</p>
      <p className="leading-7 break-words">
        {pieces.map(({ start, end }, at) => (
          <Fragment key={start}>
            {at > 0 && (
              <button
                type="button"
                disabled={deeds.isReading}
                aria-label={t("splitBefore", { text: criterion.text.slice(start, end).trim() })}
                onClick={() => {
                  const parts = partsAt(criterion, start);
                  if (parts !== null) void deeds.splitInto(criterion, parts);
                }}
                className="mx-1 inline-flex size-6 items-center justify-center rounded-sm bg-accent-soft align-middle text-accent hover:bg-pressed disabled:opacity-50"
              >
                <Scissors aria-hidden size={12} />
              </button>
            )}
            {criterion.text.slice(start, end)}
          </Fragment>
        ))}
      </p>
      <div>
        <Button look="quiet" size="small" onPress={() => deeds.setMode(null)}>
          {t("cancelSplit")}
        </Button>
      </div>
    </div>
  );
}
