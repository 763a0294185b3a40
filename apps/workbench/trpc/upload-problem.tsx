"use client";

import { ErrorState } from "@qinghao/ui";
import { useTranslations } from "next-intl";
import { FailureState } from "./failure-state.tsx";
import { UnreachableError } from "./send-file.ts";
import type { SendProblem } from "./use-upload.ts";

/** Why a file did not reach the server. */
export function UploadProblem({ error, file }: SendProblem) {
  const t = useTranslations("frame.upload");
  if (error instanceof UnreachableError) return <ErrorState title={t("broken")} where={file} />;
  return <FailureState error={error} where={file} />;
}
