"use client";

import { Minus, Plus } from "lucide-react";
import { Button } from "react-aria-components/Button";
import { Group } from "react-aria-components/Group";
import { Input } from "react-aria-components/Input";
import {
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaNumberFieldProps,
} from "react-aria-components/NumberField";
import { classNames } from "../class-names.ts";
import { FieldHelp, FieldLabel, type FieldProps, inputClass } from "./field.tsx";

export type NumberFieldProps = Omit<AriaNumberFieldProps, "className" | "style" | "children"> &
  FieldProps & { steppers?: boolean; placeholder?: string; className?: string };

const stepper = "flex h-full w-6 items-center justify-center text-ink-3 data-hovered:bg-hover data-disabled:opacity-40";

export function NumberField(props: NumberFieldProps) {
  const { label, hideLabel, description, error, steppers = true, placeholder, className, ...rest } = props;
  return (
    <AriaNumberField {...rest} isInvalid={error !== undefined} className={classNames("flex flex-col gap-1", className)}>
      <FieldLabel label={label} hideLabel={hideLabel ?? false} />
      <Group
        className={classNames(
          inputClass,
          "flex items-center overflow-hidden px-0 data-focus-within:shadow-[inset_0_0_0_2px_var(--qh-focus)]",
        )}
      >
        <Input
          placeholder={placeholder}
          className="numeric h-full w-full min-w-0 bg-transparent px-2 text-sm outline-none placeholder:text-ink-3"
        />
        {steppers && (
          <>
            <Button slot="decrement" className={stepper}>
              <Minus aria-hidden size={12} />
            </Button>
            <Button slot="increment" className={stepper}>
              <Plus aria-hidden size={12} />
            </Button>
          </>
        )}
      </Group>
      <FieldHelp description={description} error={error} />
    </AriaNumberField>
  );
}

/** A number that is never missing: where the field is left empty, it goes back to what it held. */
export function SetNumberField({ onChange, ...rest }: NumberFieldProps & { onChange: (value: number) => void }) {
  return <NumberField {...rest} onChange={(value) => Number.isFinite(value) && onChange(value)} />;
}
