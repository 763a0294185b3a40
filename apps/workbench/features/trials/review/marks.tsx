"use client";

import type { Criterion } from "@qinghao/trials/schema";
import { classNames } from "@qinghao/ui";
import { Check, CircleCheck, CircleDot, CircleUserRound, PenLine, UserRoundCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Review } from "../trial-facts.ts";

const computableLooks = {
  full: { icon: CircleCheck, tone: "text-accent" },
  partial: { icon: CircleDot, tone: "text-warn" },
  none: { icon: CircleUserRound, tone: "text-ink-3" },
} as const;

/** How much of a criterion a computer judges. */
export function ComputableMark({ computable }: Pick<Criterion, "computable">) {
  const t = useTranslations("trials.computable");
  const { icon: Icon, tone } = computableLooks[computable];
  return (
    <span className={classNames("inline-flex items-center gap-1 text-xs whitespace-nowrap", tone)}>
      <Icon aria-hidden size={13} />
      {t(computable)}
    </span>
  );
}

const decisionIcons = { accepted: Check, edited: PenLine, "not-computable": UserRoundCheck } as const;

/** What was decided on a criterion and by whom; "unreviewed" stays visible until someone decides. */
export function DecisionMark({ review }: { review: Review | undefined }) {
  const t = useTranslations("trials.decision");
  if (review === undefined)
    return (
      <span className="rounded-sm bg-hover px-1.5 text-xs leading-5 whitespace-nowrap text-ink-2">{t("none")}</span>
    );
  const Icon = decisionIcons[review.decision];
  return (
    <span
      title={t("by", { decision: review.decision, person: review.person, at: review.at })}
      className="inline-flex items-center gap-1 rounded-sm bg-accent-soft px-1.5 text-xs leading-5 whitespace-nowrap text-accent"
    >
      <Icon aria-hidden size={12} />
      {t(review.decision)}
    </span>
  );
}
