"use client";

import { EmptyState } from "@qinghao/ui";
import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { Finding } from "../trial-facts.ts";
import { useNumberName } from "./number-name.ts";
import { useReviewScope } from "./review-context.ts";

const looks = {
  error: { icon: CircleAlert, tone: "text-danger" },
  warning: { icon: TriangleAlert, tone: "text-warn" },
  note: { icon: Info, tone: "text-info" },
} as const;

/** What the criteria cannot have meant, the gravest first, each with a patient who shows it. */
export function FindingsPanel({ findings }: { findings: readonly Finding[] }) {
  const t = useTranslations("trials.findings");
  const numberName = useNumberName();
  const { goTo } = useReviewScope();
  if (findings.length === 0) return <EmptyState title={t("none")}>{t("noneHelp")}</EmptyState>;
  return (
    <ul className="flex min-h-0 flex-1 flex-col overflow-y-auto pb-10">
      {findings.map((finding) => {
        const { icon: Icon, tone } = looks[finding.severity];
        return (
          <li
            key={`${finding.rule} ${finding.criteria.join(" ")} ${finding.message.en}`}
            className="flex gap-2 border-b py-3 text-sm last:border-b-0"
          >
            <Icon aria-hidden size={16} className={`mt-0.5 shrink-0 ${tone}`} />
            <div className="flex min-w-0 flex-1 flex-col gap-2">
              <FindingItem finding={finding} />
              <div className="flex flex-wrap gap-1">
                {finding.criteria.map((id) => (
                  <button
                    key={id}
                    type="button"
                    onClick={() => goTo(id)}
                    className="numeric min-h-6 rounded-sm bg-hover px-2 text-xs text-ink hover:bg-pressed"
                  >
                    {t("goTo", { number: numberName(id) })}
                  </button>
                ))}
              </div>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** The sentence of a finding and its counter-example. */
export function FindingItem({ finding: { message, example, severity } }: { finding: Finding }) {
  const t = useTranslations("trials.findings");
  const locale = useLocale();
  const numberName = useNumberName();
  return (
    <div className="flex flex-col gap-1">
      <p className="break-words text-ink">
        <span className="font-medium">{t(`severity.${severity}`)}</span> {message[locale]}
      </p>
      {example !== null && (
        <div className="flex flex-col gap-0.5 border-l-2 pl-2 text-ink-2">
          <p className="break-words">{example.patient[locale]}</p>
          <p>
            {example.verdicts.map(({ criterion, verdict }) => (
              <span key={criterion} className="mr-3 whitespace-nowrap">
                {t("verdict", { number: numberName(criterion), verdict })}
              </span>
            ))}
            <span className="whitespace-nowrap">{t("eligible", { eligible: example.eligible })}</span>
          </p>
        </div>
      )}
    </div>
  );
}
