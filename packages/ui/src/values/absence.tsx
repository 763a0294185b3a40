"use client";

import { Focusable } from "react-aria-components/Focusable";
import { Tooltip, TooltipTrigger } from "../overlays/tooltip.tsx";
import { useUiText } from "../ui-locale.ts";

/** Why a value is not there. The four marks are the same in pages and exports. */
export type Absence =
  | { kind: "not-measured" }
  | { kind: "unknown" }
  | { kind: "withheld"; threshold: number }
  | { kind: "failed"; reason: string };

export const absenceMark = (absence: Absence): string =>
  absence.kind === "not-measured"
    ? "–"
    : absence.kind === "unknown"
      ? "?"
      : absence.kind === "withheld"
        ? `<${absence.threshold}`
        : "!";

export function AbsentValue({ absence }: { absence: Absence }) {
  const text = useUiText();
  const meaning =
    absence.kind === "not-measured"
      ? text.absentNotMeasured
      : absence.kind === "unknown"
        ? text.absentUnknown
        : absence.kind === "withheld"
          ? text.absentWithheld(absence.threshold)
          : text.absentFailed(absence.reason);
  return (
    <TooltipTrigger>
      <Focusable>
        {/* A mark alone says nothing to a screen reader, so the image role carries the meaning. */}
        <span
          role="img"
          aria-label={meaning}
          className={
            absence.kind === "failed" ? "numeric rounded-sm font-semibold text-danger" : "numeric rounded-sm text-ink-3"
          }
        >
          {absenceMark(absence)}
        </span>
      </Focusable>
      <Tooltip>{meaning}</Tooltip>
    </TooltipTrigger>
  );
}
