"use client";

import type { ReactNode } from "react";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";
import { classNames } from "../class-names.ts";

export type SegmentedProps<Id extends string> = {
  label: string;
  options: readonly { id: Id; label: string; icon?: ReactNode }[];
  value: Id;
  onChange: (id: Id) => void;
  className?: string;
};

/** Two to four ways to see the same thing. An option with an icon shows only that; its label is read aloud. */
export function Segmented<Id extends string>({ label, options, value, onChange, className }: SegmentedProps<Id>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const [first] = keys;
        if (first !== undefined) onChange(first as Id);
      }}
      className={classNames("inline-flex h-8 rounded-md bg-hover p-0.5", className)}
    >
      {options.map((option) => (
        <ToggleButton
          key={option.id}
          id={option.id}
          {...(option.icon === undefined ? {} : { "aria-label": option.label })}
          className="flex items-center gap-1.5 rounded-sm px-2 text-sm whitespace-nowrap text-ink-2 data-hovered:text-ink data-selected:bg-raised data-selected:font-medium data-selected:text-ink data-selected:shadow-[inset_0_0_0_1px_var(--qh-line)]"
        >
          {option.icon ?? option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
