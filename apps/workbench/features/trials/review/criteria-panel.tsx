"use client";

import type { Criterion } from "@qinghao/trials/schema";
import { Button, EmptyState, Segmented } from "@qinghao/ui";
import { useTranslations } from "next-intl";
import { useQueryState } from "../../../address/use-query-state.ts";
import { CriterionCard } from "./criterion-card.tsx";
import { useReviewScope } from "./review-context.ts";
import { isShown, type Show, shows } from "./shown.ts";

/** The criteria in the order of the text, inclusion and exclusion under their headings. */
export function CriteriaPanel({ shown, show }: { shown: readonly Criterion[]; show: Show }) {
  const t = useTranslations("trials.review");
  const [, change] = useQueryState();
  const { review } = useReviewScope();
  const { criteria } = review.present.document;
  const counted = (id: Show) =>
    criteria.filter((one) => isShown(one, id, review.present.reviews, review.version.findings)).length;
  if (criteria.length === 0) return <EmptyState title={t("noCriteria")}>{t("noCriteriaAdvice")}</EmptyState>;
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3">
      <Segmented
        label={t("show")}
        value={show}
        onChange={(id) => change({ show: id === "all" ? null : id })}
        options={shows.map((id) => ({ id, label: t(`showName.${id}`, { count: counted(id) }) }))}
        className="self-start max-sm:overflow-x-auto"
      />
      <section
        aria-label={t("criteria")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="-mx-2 min-h-0 flex-1 overflow-y-auto px-2 pb-10"
      >
        {shown.length === 0 && (
          <EmptyState
            title={t(`showEmpty.${show}`)}
            actions={<Button onPress={() => change({ show: null })}>{t("showAll")}</Button>}
          />
        )}
        {(["inclusion", "exclusion"] as const).map((type) => {
          const ofType = shown.filter((one) => one.type === type);
          return (
            ofType.length > 0 && (
              <div key={type}>
                <h2 className="sticky top-0 z-10 bg-canvas py-1.5 text-xs font-medium text-ink-3">
                  {t(`type.${type}`)}
                </h2>
                <ol className="flex flex-col">
                  {ofType.map((one) => (
                    <CriterionCard key={one.id} criterion={one} />
                  ))}
                </ol>
              </div>
            )
          );
        })}
      </section>
    </div>
  );
}
