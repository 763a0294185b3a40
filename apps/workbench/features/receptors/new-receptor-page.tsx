"use client";

import { BackLink, Button, PageBody, PageHeader, Skeleton } from "@qinghao/ui";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FailureState } from "../../trpc/failure-state.tsx";
import { NewReceptorForm } from "./new-receptor-form.tsx";
import type { StructureSource } from "./receptor-draft.ts";
import { StructureSourceStep } from "./structure-source-step.tsx";
import { useInspection } from "./use-inspection.ts";

/** From a structure's file to a receptor that can be docked to. */
export function NewReceptorPage({ projectId }: { projectId: string }) {
  const t = useTranslations("receptors");
  const [source, setSource] = useState<StructureSource | null>(null);
  return (
    <>
      <PageHeader
        title={t("create")}
        above={<BackLink href={`/p/${projectId}/receptors`}>{t("title")}</BackLink>}
        meta={source?.fileName}
        description={source === null ? t("createHelp") : undefined}
        actions={source !== null && <Button onPress={() => setSource(null)}>{t("otherFile")}</Button>}
      />
      <PageBody>
        {source === null ? (
          <StructureSourceStep onReady={setSource} />
        ) : (
          <Inspected key={source.key} projectId={projectId} source={source} />
        )}
      </PageBody>
    </>
  );
}

function Inspected({ projectId, source }: { projectId: string; source: StructureSource }) {
  const target = useSearchParams().get("target");
  const whole = useInspection(source, null);
  if (whole.isError) return <FailureState error={whole.error} where={source.fileName} />;
  if (whole.data === undefined) return <Skeleton className="h-[32rem] w-full" />;
  return <NewReceptorForm projectId={projectId} source={source} whole={whole.data} target={target} />;
}
