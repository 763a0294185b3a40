"use client";

import type { Criterion } from "@qinghao/trials/schema";
import { classNames } from "@qinghao/ui";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef } from "react";
import { useNumberName } from "./number-name.ts";
import { useReviewScope } from "./review-context.ts";

type Piece = { at: number; text: string; criterion?: Criterion };

/** The text cut where criteria begin and end; one that overlaps a former one is left out. */
function piecesOf(text: string, criteria: readonly Criterion[]): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const criterion of [...criteria].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const { start, end } = criterion;
    if (start < done || end <= start) continue;
    if (start > done) pieces.push({ at: done, text: text.slice(done, start) });
    pieces.push({ at: start, text: text.slice(start, end), criterion });
    done = end;
  }
  if (done < text.length) pieces.push({ at: done, text: text.slice(done) });
  return pieces;
}

/** The source as it was written; what became a criterion is marked and leads to it. */
export function SourceText() {
  const t = useTranslations("trials.review");
  const { review, selectedId, hovered, setHovered, goTo } = useReviewScope();
  const numberName = useNumberName();
  const { document, reviews } = review.present;
  const pieces = useMemo(() => piecesOf(document.source.text, document.criteria), [document]);
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selectedId === null) return;
    const mark = holder.current?.querySelector(`[data-source="${CSS.escape(selectedId)}"]`);
    mark?.scrollIntoView({ block: "nearest" });
  }, [selectedId]);
  return (
    <section
      ref={holder}
      aria-label={t("source")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="min-h-0 min-w-0 bg-surface px-6 py-4 text-base leading-7 break-words whitespace-pre-wrap text-ink-2 lg:overflow-y-auto max-lg:max-h-80 max-lg:overflow-y-auto"
      lang={document.source.language === "zh" ? "zh" : "en"}
    >
      {pieces.map(({ at, text, criterion }) =>
        criterion === undefined ? (
          <span key={at}>{text}</span>
        ) : (
          <a
            key={at}
            href={`?criterion=${encodeURIComponent(criterion.id)}`}
            data-source={criterion.id}
            title={t("sourceMark", { number: numberName(criterion.id) })}
            aria-current={criterion.id === selectedId}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              goTo(criterion.id);
            }}
            onMouseEnter={() => setHovered(criterion.id)}
            onMouseLeave={() => setHovered(null)}
            className={classNames(
              "rounded-sm box-decoration-clone text-ink underline decoration-1 underline-offset-4",
              reviews[criterion.id] === undefined
                ? "decoration-line-strong decoration-dotted"
                : "decoration-accent decoration-solid",
              criterion.id === selectedId ? "bg-accent-soft" : criterion.id === hovered && "bg-pressed",
            )}
          >
            {text}
          </a>
        ),
      )}
    </section>
  );
}
