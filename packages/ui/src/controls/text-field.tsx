"use client";

import type { ReactNode } from "react";
import { Input } from "react-aria-components/Input";
import { TextArea } from "react-aria-components/TextArea";
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from "react-aria-components/TextField";
import { classNames } from "../class-names.ts";
import { FieldHelp, FieldLabel, type FieldProps, inputClass } from "./field.tsx";

export type TextFieldProps = Omit<AriaTextFieldProps, "className" | "style" | "children"> &
  FieldProps & {
    placeholder?: string;
    /** Show a text area of this many lines. */
    rows?: number;
    monospace?: boolean;
    icon?: ReactNode;
    className?: string;
  };

export function TextField(props: TextFieldProps) {
  const { label, hideLabel, description, error, placeholder, rows, monospace, icon, className, ...rest } = props;
  const font = monospace === true && "font-mono";
  return (
    <AriaTextField {...rest} isInvalid={error !== undefined} className={classNames("flex flex-col gap-1", className)}>
      <FieldLabel label={label} hideLabel={hideLabel ?? false} />
      {rows === undefined ? (
        <div className="relative flex items-center">
          {icon !== undefined && <span className="pointer-events-none absolute left-2 text-ink-3">{icon}</span>}
          <Input placeholder={placeholder} className={classNames(inputClass, font, icon !== undefined && "pl-7")} />
        </div>
      ) : (
        <TextArea
          rows={rows}
          placeholder={placeholder}
          spellCheck={false}
          className={classNames(inputClass, font, "h-auto resize-y py-1.5 whitespace-pre-wrap")}
        />
      )}
      <FieldHelp description={description} error={error} />
    </AriaTextField>
  );
}
