"use client";

import { ErrorState, type ErrorStateProps } from "@qinghao/ui";
import { useLocale, useTranslations } from "next-intl";
import { asFailure } from "./failure.ts";

/** The error state of a failed request, in the reader's language. */
export function FailureState({
  error,
  ...rest
}: { error: unknown } & Pick<ErrorStateProps, "onRetry" | "layout" | "where" | "actions">) {
  const t = useTranslations("frame.failure");
  const locale = useLocale();
  const failure = asFailure(error);
  if (failure.kind === "unreachable")
    return <ErrorState {...rest} title={t("unreachable")} advice={t("unreachableAdvice")} details={failure.message} />;
  if (failure.kind === "unknown") return <ErrorState {...rest} title={t("unknown")} details={failure.message} />;
  const details = Object.keys(failure.details).length > 0 ? failure.details : undefined;
  return <ErrorState {...rest} title={failure.message[locale]} code={failure.code} details={details} />;
}

/** One sentence about a failed request, for toasts. */
export function useFailureText(): (error: unknown) => string {
  const t = useTranslations("frame.failure");
  const locale = useLocale();
  return (error) => {
    const failure = asFailure(error);
    if (failure.kind === "answered") return failure.message[locale];
    return failure.kind === "unreachable" ? t("unreachable") : t("unknown");
  };
}
