"use client";

import { contributionRamps, cssColour } from "./contribution-colours.ts";
import { useScienceText } from "./science-text.ts";

export type ContributionLegendProps = {
  /** Name of the endpoint, in the page's language. */
  readonly name: string;
  /** Largest absolute contribution. */
  readonly reach: number;
  readonly unit: string;
  readonly theme: "light" | "dark";
};

/** The scale of the colours behind the atoms. */
export function ContributionLegend({ name, reach, unit, theme }: ContributionLegendProps) {
  const text = useScienceText();
  const { low, middle, high } = contributionRamps[theme];
  const end = reach.toFixed(2);
  return (
    <figure className="flex flex-col gap-1">
      <div
        aria-hidden
        className="h-2 w-full rounded-full shadow-[inset_0_0_0_1px_var(--qh-line)]"
        style={{ background: `linear-gradient(to right, ${[low, middle, high].map(cssColour).join(", ")})` }}
      />
      <div aria-hidden className="numeric flex justify-between text-xs text-ink-3">
        <span>
          {text.lowers} −{end}
        </span>
        <span>0</span>
        <span>
          {text.raises} +{end}
        </span>
      </div>
      <figcaption className="screen-reader-only">{text.contributionLegend(name, end, end, unit)}</figcaption>
    </figure>
  );
}
