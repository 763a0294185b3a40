"use client";

import { ErrorState } from "@qinghao/ui";
import { useTranslations } from "next-intl";
import { FailureState } from "../../../trpc/failure-state.tsx";
import { UnreachableError } from "../../../trpc/send-file.ts";
import type { SendProblem } from "../../../trpc/use-upload.ts";

/** Why a file did not reach the server. */
export function UploadProblem({ error, file }: SendProblem) {
  const t = useTranslations("trials.read");
  if (error instanceof UnreachableError) return <ErrorState title={t("uploadBroken")} where={file} />;
  return <FailureState error={error} where={file} />;
}
