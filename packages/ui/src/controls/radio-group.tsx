"use client";

import { RadioGroup as AriaRadioGroup, Radio } from "react-aria-components/RadioGroup";
import { classNames } from "../class-names.ts";
import { FieldLabel, type FieldProps } from "./field.tsx";
import type { Option } from "./option-list.tsx";

export type RadioGroupProps<Id extends string> = Pick<FieldProps, "label" | "hideLabel"> & {
  options: readonly Option<Id>[];
  value: Id;
  onChange: (id: Id) => void;
  isDisabled?: boolean;
  className?: string;
};

export function RadioGroup<Id extends string>(props: RadioGroupProps<Id>) {
  const { label, hideLabel, options, value, onChange, isDisabled, className } = props;
  return (
    <AriaRadioGroup
      value={value}
      onChange={(id) => onChange(id as Id)}
      isDisabled={isDisabled ?? false}
      className={classNames("flex flex-col gap-1", className)}
    >
      <FieldLabel label={label} hideLabel={hideLabel ?? false} />
      {options.map((option) => (
        <Radio
          key={option.id}
          value={option.id}
          className="group relative flex min-h-6 items-start gap-2 text-sm text-ink data-disabled:opacity-50"
        >
          <span className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full shadow-[inset_0_0_0_1px_var(--qh-line-strong)] group-data-selected:shadow-[inset_0_0_0_5px_var(--qh-accent)] group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-(--qh-focus)" />
          <span className="flex flex-col">
            <span>{option.label}</span>
            {option.description !== undefined && <span className="text-xs text-ink-3">{option.description}</span>}
          </span>
        </Radio>
      ))}
    </AriaRadioGroup>
  );
}
