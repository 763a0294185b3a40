"use client";

import { Check, Minus } from "lucide-react";
import type { ReactNode } from "react";
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from "react-aria-components/Checkbox";
import { classNames } from "../class-names.ts";

export type CheckboxProps = Omit<AriaCheckboxProps, "className" | "style" | "children"> & {
  children?: ReactNode;
  className?: string;
};

export function Checkbox({ children, className, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox
      {...rest}
      className={classNames(
        "group relative flex min-h-6 items-center gap-2 text-sm text-ink data-disabled:opacity-50",
        className,
      )}
    >
      {({ isSelected, isIndeterminate }) => (
        <>
          <span
            className={classNames(
              "flex size-4 shrink-0 items-center justify-center rounded-sm transition-colors forced-colors:border",
              isSelected || isIndeterminate
                ? "bg-accent text-on-accent"
                : "bg-canvas shadow-[inset_0_0_0_1px_var(--qh-line-strong)] group-data-hovered:bg-hover",
              "group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-(--qh-focus)",
            )}
          >
            {isIndeterminate ? (
              <Minus aria-hidden size={12} strokeWidth={3} />
            ) : (
              isSelected && <Check aria-hidden size={12} strokeWidth={3} />
            )}
          </span>
          {children}
        </>
      )}
    </AriaCheckbox>
  );
}
