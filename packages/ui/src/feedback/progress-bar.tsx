"use client";

import type { Progress } from "@qinghao/kernel";
import type { ReactNode } from "react";
import { ProgressBar as AriaProgressBar } from "react-aria-components/ProgressBar";
import { classNames } from "../class-names.ts";
import { useUiLocale, useUiText } from "../ui-locale.ts";
import { formatCount, formatDuration, formatRate } from "../values/format.ts";

export type ProgressBarProps = {
  label: string;
  progress: Progress;
  /** Usually the cancel button. */
  action?: ReactNode;
  /** `bar` is the bar alone, for table rows. */
  show?: "full" | "bar";
  isPaused?: boolean;
  /** The total is a guess that may grow, as for a file that is still being read. */
  isEstimate?: boolean;
  className?: string;
};

/** How far a long job is: done of total, failures, rate, time left and, where given, a way to cancel it. */
export function ProgressBar({
  label,
  progress,
  action,
  show = "full",
  isPaused,
  isEstimate,
  className,
}: ProgressBarProps) {
  const text = useUiText();
  const locale = useUiLocale();
  const { done, failed, perSecond } = progress;
  const handled = done + failed;
  const isOutgrown = isEstimate === true && progress.total !== null && handled >= progress.total;
  const total = isOutgrown ? null : progress.total;
  const secondsLeft = isOutgrown ? null : progress.secondsLeft;
  const count = (value: number) => formatCount(locale, value);
  const summary =
    total === null
      ? text.progressDoneOnly(count(handled))
      : isEstimate === true
        ? text.progressDoneAbout(count(handled), count(total))
        : text.progressDone(count(handled), count(total));
  const share = (value: number) => (total === null || total === 0 ? 0 : (100 * value) / total);
  return (
    <AriaProgressBar
      aria-label={label}
      value={total === null ? 0 : share(handled)}
      valueLabel={summary}
      isIndeterminate={total === null}
      className={classNames("flex flex-col gap-2", className)}
    >
      <div className="flex items-center gap-3">
        <div className="flex h-1.5 flex-1 overflow-hidden rounded-full bg-pressed forced-colors:border">
          {total === null ? (
            <div className={classNames("h-full w-1/4 rounded-full bg-accent", isPaused !== true && "animate-pulse")} />
          ) : (
            <>
              <div className="h-full bg-accent transition-[width] duration-300" style={{ width: `${share(done)}%` }} />
              <div
                className="h-full bg-danger transition-[width] duration-300"
                style={{ width: `${share(failed)}%` }}
              />
            </>
          )}
        </div>
        {show === "full" && action}
      </div>
      {show === "full" && (
        <div className="numeric flex flex-wrap gap-x-4 text-sm text-ink-2">
          <span className="font-medium text-ink">{summary}</span>
          {failed > 0 && <span className="text-danger">{text.progressFailed(count(failed))}</span>}
          {perSecond !== null && perSecond > 0 && <span>{text.progressRate(formatRate(locale, perSecond))}</span>}
          {secondsLeft !== null && secondsLeft > 0 && (
            <span>
              {text.progressLeft(secondsLeft < 1 ? text.lessThanSecond : formatDuration(locale, secondsLeft))}
            </span>
          )}
        </div>
      )}
    </AriaProgressBar>
  );
}
