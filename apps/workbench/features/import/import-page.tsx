"use client";

import { PageBody, PageHeader } from "@qinghao/ui";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ImportSource } from "./import-source.ts";
import { ImportStatus } from "./import-status.tsx";
import { PreviewStep } from "./preview-step.tsx";
import { RecentImports } from "./recent-imports.tsx";
import { SourceStep } from "./source-step.tsx";

/** From a file or a pasted list to registered compounds. The address names the import, so it can be sent on. */
export function ImportPage({ projectId }: { projectId: string }) {
  const t = useTranslations("import");
  const router = useRouter();
  const pathname = usePathname();
  const importId = useSearchParams().get("import");
  const [source, setSource] = useState<ImportSource | null>(null);
  return (
    <>
      <PageHeader title={t("title")} description={importId === null && source === null ? t("intro") : undefined} />
      <PageBody>
        {importId !== null ? (
          <ImportStatus projectId={projectId} importId={importId} onAgain={() => router.push(pathname)} />
        ) : source !== null ? (
          <PreviewStep
            projectId={projectId}
            source={source}
            onBack={() => setSource(null)}
            onStarted={(id) => {
              setSource(null);
              router.push(`${pathname}?import=${id}`);
            }}
          />
        ) : (
          <div className="flex max-w-4xl flex-col gap-6">
            <SourceStep onReady={setSource} />
            <RecentImports projectId={projectId} />
          </div>
        )}
      </PageBody>
    </>
  );
}
