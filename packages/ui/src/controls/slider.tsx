"use client";

import { Label } from "react-aria-components/Label";
import { Slider as AriaSlider, SliderOutput, SliderThumb, SliderTrack } from "react-aria-components/Slider";
import { classNames } from "../class-names.ts";

export type SliderProps = {
  label: string;
  hideLabel?: boolean;
  value: number;
  onChange: (value: number) => void;
  min: number;
  max: number;
  step: number;
  isDisabled?: boolean;
  className?: string;
};

/** A number chosen on a line; give a number field beside it where the exact value matters. */
export function Slider({ label, hideLabel, value, onChange, min, max, step, isDisabled, className }: SliderProps) {
  return (
    <AriaSlider
      value={value}
      onChange={(next) => onChange(Array.isArray(next) ? (next[0] ?? value) : next)}
      minValue={min}
      maxValue={max}
      step={step}
      isDisabled={isDisabled ?? false}
      {...(hideLabel === true ? { "aria-label": label } : {})}
      className={classNames("flex flex-col gap-1 data-disabled:opacity-50", className)}
    >
      {hideLabel !== true && (
        <div className="flex justify-between text-xs">
          <Label className="font-medium text-ink-2">{label}</Label>
          <SliderOutput className="numeric text-ink-3" />
        </div>
      )}
      <SliderTrack className="relative flex h-6 w-full items-center">
        {({ state }) => (
          <>
            <span className="absolute h-1 w-full rounded-full bg-line-strong/40" />
            <span
              className="absolute h-1 rounded-full bg-accent"
              style={{ width: `${state.getThumbPercent(0) * 100}%` }}
            />
            <SliderThumb className="top-1/2 size-4 rounded-full bg-accent shadow-[0_0_0_2px_var(--qh-canvas)] data-focus-visible:outline-2 data-focus-visible:outline-offset-2 data-focus-visible:outline-(--qh-focus)" />
          </>
        )}
      </SliderTrack>
    </AriaSlider>
  );
}
