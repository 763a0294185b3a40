"use client";

import { ChevronDown } from "lucide-react";
import { Button } from "react-aria-components/Button";
import { ComboBox as AriaComboBox } from "react-aria-components/ComboBox";
import { Input } from "react-aria-components/Input";
import { Popover } from "react-aria-components/Popover";
import { classNames } from "../class-names.ts";
import { FieldHelp, FieldLabel, type FieldProps, inputClass } from "./field.tsx";
import { type Option, OptionList, popoverClass } from "./option-list.tsx";

export type ComboBoxProps<Id extends string> = FieldProps & {
  options: readonly Option<Id>[];
  value: Id | null;
  onChange: (id: Id | null) => void;
  placeholder?: string;
  isDisabled?: boolean;
  className?: string;
};

/** A select with a text box that filters its options; for more than about ten options. */
export function ComboBox<Id extends string>(props: ComboBoxProps<Id>) {
  const { label, hideLabel, description, error, options, value, onChange, placeholder, isDisabled, className } = props;
  return (
    <AriaComboBox
      value={value}
      onChange={(key) => onChange(key as Id | null)}
      defaultItems={options}
      isDisabled={isDisabled ?? false}
      isInvalid={error !== undefined}
      menuTrigger="focus"
      className={classNames("flex flex-col gap-1", className)}
    >
      <FieldLabel label={label} hideLabel={hideLabel ?? false} />
      <div className="relative flex items-center">
        <Input placeholder={placeholder} className={classNames(inputClass, "pr-8")} />
        <Button className="absolute right-1 flex size-6 items-center justify-center rounded-sm text-ink-3 data-hovered:bg-hover">
          <ChevronDown aria-hidden size={14} />
        </Button>
      </div>
      <FieldHelp description={description} error={error} />
      <Popover offset={4} className={popoverClass}>
        <OptionList<Id> />
      </Popover>
    </AriaComboBox>
  );
}
