"use client";

import type { ReactNode } from "react";
import { FieldError as AriaFieldError } from "react-aria-components/FieldError";
import { Label as AriaLabel } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import { classNames } from "../class-names.ts";

/** Classes of everything that looks like a text box. Its edge has 3:1 contrast, as WCAG 1.4.11 asks. */
export const inputClass = classNames(
  "h-8 w-full min-w-0 rounded-md bg-canvas px-2 text-sm text-ink placeholder:text-ink-3",
  "shadow-[inset_0_0_0_1px_var(--qh-line-strong)] transition-shadow outline-none",
  "data-focused:shadow-[inset_0_0_0_2px_var(--qh-focus)] data-invalid:shadow-[inset_0_0_0_1px_var(--qh-danger)]",
  "data-disabled:opacity-50 forced-colors:border",
);

export type FieldProps = { label: string; hideLabel?: boolean; description?: ReactNode; error?: string | undefined };

export function FieldLabel({ label, hideLabel }: Pick<FieldProps, "label" | "hideLabel">) {
  return <AriaLabel className={hideLabel ? "screen-reader-only" : "text-xs font-medium text-ink-2"}>{label}</AriaLabel>;
}

export function FieldHelp({ description, error }: Pick<FieldProps, "description" | "error">) {
  return (
    <>
      {description !== undefined && (
        <Text slot="description" className="text-xs text-ink-3">
          {description}
        </Text>
      )}
      <AriaFieldError className="text-xs text-danger">{error}</AriaFieldError>
    </>
  );
}
