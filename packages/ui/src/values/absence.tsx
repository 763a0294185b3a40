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

export type AbsentValueProps = {
  absence: Absence;
  /** In a cell of a long table: no tab stop and no tooltip of its own, the meaning is the cell's name and title. */
  isInTable?: boolean;
};

export function AbsentValue({ absence, isInTable = false }: AbsentValueProps) {
  const text = useUiText();
  const meaning =
    absence.kind === "not-measured"
      ? text.absentNotMeasured
      : absence.kind === "unknown"
        ? text.absentUnknown
        : absence.kind === "withheld"
          ? text.absentWithheld(absence.threshold)
          : text.absentFailed(absence.reason);
  const look =
    absence.kind === "failed" ? "numeric rounded-sm font-semibold text-danger" : "numeric rounded-sm text-ink-3";
  // A mark alone says nothing to a screen reader, so the image role carries the meaning.
  if (isInTable)
    return (
      <span role="img" aria-label={meaning} title={meaning} className={look}>
        {absenceMark(absence)}
      </span>
    );
  return (
    <TooltipTrigger>
      <Focusable>
        <span role="img" aria-label={meaning} className={look}>
          {absenceMark(absence)}
        </span>
      </Focusable>
      <Tooltip>{meaning}</Tooltip>
    </TooltipTrigger>
  );
}
