"use client";

import { ButtonLink, ErrorState } from "@qinghao/ui";
import { useTranslations } from "next-intl";

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations("frame.failure");
  return (
    <ErrorState
      layout="page"
      title={t("title")}
      advice={t("advice")}
      code={error.digest}
      details={error.message}
      onRetry={reset}
      actions={
        <ButtonLink size="small" href="/system">
          {t("system")}
        </ButtonLink>
      }
    />
  );
}
