"use client";

import type { Criterion } from "@qinghao/trials/schema";
import { classNames, Notice } from "@qinghao/ui";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { EditForm } from "../edit/edit-form.tsx";
import { conceptHref } from "../trial-facts.ts";
import { CriterionActions } from "./criterion-actions.tsx";
import { FindingItem } from "./findings-panel.tsx";
import { ComputableMark, DecisionMark } from "./marks.tsx";
import { ModelDraft } from "./model-draft.tsx";
import { useNumberName } from "./number-name.ts";
import { useReviewScope } from "./review-context.ts";
import { SplitForm } from "./split-form.tsx";
import { conceptsOf, wordsOf } from "./tree-concepts.ts";

/** One criterion: its words and reading; selected, everything that is known of it and done to it. */
export function CriterionCard({ criterion }: { criterion: Criterion }) {
  const { review, hovered, setHovered, selectedId, select } = useReviewScope();
  const locale = useLocale();
  const numberName = useNumberName();
  const card = useRef<HTMLLIElement>(null);
  const isSelected = criterion.id === selectedId;
  useEffect(() => {
    if (isSelected) card.current?.scrollIntoView({ block: "nearest" });
  }, [isSelected]);
  const stored = review.version.document.criteria.find(({ id }) => id === criterion.id);
  const isCurrent = stored !== undefined && JSON.stringify(stored.tree) === JSON.stringify(criterion.tree);
  const reading = isCurrent ? review.version.readings.find(({ id }) => id === criterion.id)?.reading : undefined;
  return (
    <li
      ref={card}
      onMouseEnter={() => setHovered(criterion.id)}
      onMouseLeave={() => setHovered(null)}
      className={classNames(
        "scroll-mt-8 border-b border-l-2 py-2 pr-1 pl-3 last:border-b-0",
        isSelected ? "border-l-accent bg-surface" : "border-l-transparent",
        !isSelected && criterion.id === hovered && "bg-hover",
      )}
    >
      <button
        type="button"
        aria-expanded={isSelected}
        onClick={() => select(isSelected ? null : criterion.id)}
        className="flex w-full flex-col gap-1 rounded-sm text-left"
      >
        <span className="flex w-full items-center gap-2">
          <span className="numeric w-8 shrink-0 text-xs font-medium text-ink-3">{numberName(criterion.id)}</span>
          <ComputableMark computable={criterion.computable} />
          <span className="ml-auto">
            <DecisionMark review={review.present.reviews[criterion.id]} />
          </span>
        </span>
        <span
          className={classNames(
            "w-full text-sm break-words text-ink",
            isSelected ? "whitespace-pre-wrap" : "line-clamp-2",
          )}
        >
          {criterion.text}
        </span>
        {!isSelected && reading !== undefined && (
          <span className="line-clamp-2 w-full text-sm break-words text-ink-2">→ {reading[locale]}</span>
        )}
      </button>
      {isSelected && <Opened criterion={criterion} reading={reading} />}
    </li>
  );
}

function Opened({ criterion, reading }: { criterion: Criterion; reading: { en: string; zh: string } | undefined }) {
  const t = useTranslations("trials.review");
  const locale = useLocale();
  const { review, deeds } = useReviewScope();
  const other = locale === "zh" ? "en" : "zh";
  const concepts = conceptsOf(criterion.tree);
  const findings = review.version.findings.filter(({ criteria }) => criteria.includes(criterion.id));
  if (deeds.mode === "edit") return <EditForm key={criterion.id} criterion={criterion} />;
  return (
    <div className="flex flex-col gap-3 pt-2 text-sm">
      {deeds.mode === "split" && <SplitForm key={criterion.id} criterion={criterion} />}
      <div className="flex flex-col gap-1 border-l pl-3">
        <span className="text-xs text-ink-3">{t("reading")}</span>
        {reading === undefined ? (
          <p className="text-ink-3">{t("readingSoon")}</p>
        ) : (
          <>
            <p className="break-words text-ink">{reading[locale]}</p>
            <p lang={other} className="break-words text-ink-2">
              {reading[other]}
            </p>
          </>
        )}
      </div>
      {criterion.notes.length > 0 && (
        <div className="flex flex-col gap-0.5">
          <span className="text-xs text-ink-3">{t("notes")}</span>
          <ul className="list-disc pl-4 text-ink-2">
            {criterion.notes.map((note) => (
              <li key={note} className="break-words">
                {note}
              </li>
            ))}
          </ul>
        </div>
      )}
      {concepts.length > 0 && (
        <div className="flex flex-col gap-1">
          <span className="text-xs text-ink-3">{t("concepts")}</span>
          <ul className="flex flex-wrap gap-1">
            {concepts.map((concept) => (
              <li key={concept.id} className="max-w-full">
                <Link
                  href={conceptHref(concept.id)}
                  title={concept.id}
                  className="inline-flex max-w-full items-center gap-1.5 rounded-sm bg-hover px-1.5 text-xs leading-6 text-ink hover:text-accent hover:underline"
                >
                  <span className="truncate">{wordsOf(concept, locale)}</span>
                  <span className="numeric shrink-0 text-ink-3">{concept.id}</span>
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      {findings.map((finding) => (
        <Notice
          key={`${finding.rule} ${finding.criteria.join(" ")}`}
          tone={finding.severity === "note" ? "info" : "warn"}
        >
          <FindingItem finding={finding} />
        </Notice>
      ))}
      <ModelDraft criterion={criterion} />
      <CriterionActions criterion={criterion} />
    </div>
  );
}
