"use client";

import { type CalendarDate, parseDate } from "@internationalized/date";
import { DateField as AriaDateField, DateInput, DateSegment } from "react-aria-components/DateField";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { classNames } from "../class-names.ts";
import { useUiLocale } from "../ui-locale.ts";
import { FieldHelp, FieldLabel, type FieldProps, inputClass } from "./field.tsx";

export type DateFieldProps = FieldProps & {
  /** ISO 8601 date, or "" while it is not whole. */
  value: string;
  onChange: (value: string) => void;
  isRequired?: boolean;
  isDisabled?: boolean;
  className?: string;
};

/** Languages whose calendar order is year, month, day, as every date of the pages is written. */
const orders = { en: "en-CA", zh: "zh-CN" } as const;

/** A calendar date, typed part by part, shown as ISO 8601 whatever the browser's own habit is. */
export function DateField(props: DateFieldProps) {
  const { label, hideLabel, description, error, value, onChange, className, ...rest } = props;
  const locale = useUiLocale();
  return (
    <I18nProvider locale={orders[locale]}>
      <AriaDateField
        {...rest}
        value={dateOf(value)}
        onChange={(date) => onChange(date?.toString() ?? "")}
        granularity="day"
        shouldForceLeadingZeros
        isInvalid={error !== undefined}
        className={classNames("flex flex-col gap-1", className)}
      >
        <FieldLabel label={label} hideLabel={hideLabel ?? false} />
        <DateInput
          className={classNames(
            inputClass,
            "numeric flex items-center data-focus-within:shadow-[inset_0_0_0_2px_var(--qh-focus)]",
          )}
        >
          {(segment) => (
            <DateSegment
              segment={segment}
              className="rounded-sm px-px outline-none data-focused:bg-accent-soft data-focused:text-accent data-placeholder:text-ink-3 data-[type=literal]:px-0"
            >
              {({ isPlaceholder, placeholder, text, type }) =>
                type === "literal" ? (/\S/.test(text) ? "-" : "") : isPlaceholder ? placeholder : text
              }
            </DateSegment>
          )}
        </DateInput>
        <FieldHelp description={description} error={error} />
      </AriaDateField>
    </I18nProvider>
  );
}

function dateOf(value: string): CalendarDate | null {
  try {
    return parseDate(value);
  } catch {
    return null;
  }
}
