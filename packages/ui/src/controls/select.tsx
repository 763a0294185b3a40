"use client";

import { ChevronDown } from "lucide-react";
import { Button } from "react-aria-components/Button";
import { Popover } from "react-aria-components/Popover";
import { Select as AriaSelect, SelectValue } from "react-aria-components/Select";
import { classNames } from "../class-names.ts";
import { FieldHelp, FieldLabel, type FieldProps, inputClass } from "./field.tsx";
import { type Option, OptionList, popoverClass } from "./option-list.tsx";

export type SelectProps<Id extends string> = FieldProps & {
  options: readonly Option<Id>[];
  value: Id | null;
  onChange: (id: Id) => void;
  placeholder?: string;
  isDisabled?: boolean;
  className?: string;
};

export function Select<Id extends string>(props: SelectProps<Id>) {
  const { label, hideLabel, description, error, options, value, onChange, placeholder, isDisabled, className } = props;
  return (
    <AriaSelect
      value={value}
      onChange={(key) => key !== null && onChange(key as Id)}
      isDisabled={isDisabled ?? false}
      isInvalid={error !== undefined}
      {...(placeholder === undefined ? {} : { placeholder })}
      className={classNames("flex flex-col gap-1", className)}
    >
      <FieldLabel label={label} hideLabel={hideLabel ?? false} />
      <Button
        className={classNames(
          inputClass,
          "flex items-center justify-between gap-2 text-left data-hovered:bg-hover data-focus-visible:shadow-[inset_0_0_0_2px_var(--qh-focus)]",
        )}
      >
        <SelectValue className="truncate data-placeholder:text-ink-3 [&_svg]:hidden [&_.text-xs]:hidden" />
        <ChevronDown aria-hidden size={14} className="shrink-0 text-ink-3" />
      </Button>
      <FieldHelp description={description} error={error} />
      <Popover offset={4} className={popoverClass}>
        <OptionList options={options} />
      </Popover>
    </AriaSelect>
  );
}
