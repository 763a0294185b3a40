"use client";

import { Button, EmptyState, ErrorState, PageHeader, useUiLocale } from "@qinghao/ui";
import { Sketcher } from "@qinghao/ui/sketcher";
import { PencilLine } from "lucide-react";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useEndpoints } from "../../trpc/use-endpoints.ts";
import { useStructureAnalysis } from "../../workers/use-molecule.ts";
import { artemisinin } from "./examples.ts";
import { PasteBox } from "./paste-box.tsx";
import { ResultsPanel } from "./results-panel.tsx";
import { useSharedAddress } from "./use-shared-address.ts";
import { useSketch } from "./use-sketch.ts";

/** Draw at the left; everything that follows from the drawing appears at the right as it changes. */
export function DesignScreen({ projectId }: { readonly projectId: string }) {
  const t = useTranslations("design");
  const locale = useUiLocale();
  const address = useSearchParams();
  const sketch = useSketch(address.get("smiles"));
  const analysis = useStructureAnalysis(sketch.text);
  const endpoints = useEndpoints().filter((endpoint) => endpoint.isAvailable);
  const [message, setMessage] = useState<string | null>(null);
  const copyOf = address.get("from");
  const isSettled = analysis.value !== null && !analysis.isStale && analysis.error === null;
  useSharedAddress(sketch.text === null ? null : isSettled ? (analysis.value?.smiles ?? null) : address.get("smiles"));

  return (
    <>
      <PageHeader
        title={t("title")}
        meta={
          copyOf !== null &&
          t.rich("copyOf", {
            compound: () => (
              <Link href={`/p/${projectId}/compounds/${copyOf}`} className="text-accent hover:underline">
                {address.get("name") ?? copyOf}
              </Link>
            ),
          })
        }
      />
      <div className="flex min-h-0 flex-1 gap-6 px-6 pb-4 max-lg:flex-col max-lg:overflow-y-auto">
        <div className="flex min-h-0 min-w-0 flex-1 flex-col gap-2 max-lg:min-h-120">
          <PasteBox error={sketch.pasteError} onLoad={sketch.load} onExample={() => void sketch.load(artemisinin)} />
          <Sketcher
            className="min-h-0 flex-1 rounded-md shadow-[0_0_0_1px_var(--qh-line)]"
            onReady={sketch.onEditorReady}
            onChange={(molblock) => {
              setMessage(null);
              sketch.onEditorChange(molblock);
            }}
            onMessage={setMessage}
          />
          {message !== null && <ErrorState title={t("editorMessage", { message })} />}
        </div>
        <section
          aria-label={t("results")}
          aria-busy={analysis.isComputing}
          className="min-h-0 w-[clamp(24rem,46%,60rem)] overflow-y-auto pr-1 max-lg:w-full max-lg:overflow-visible"
        >
          {analysis.error !== null && (
            <div className="pb-3">
              <ErrorState
                title={analysis.error.message[locale]}
                advice={analysis.value === null ? t("invalidAdvice") : t("invalidStale")}
                code={analysis.error.code}
                details={analysis.error.details}
              />
            </div>
          )}
          {analysis.value !== null ? (
            <ResultsPanel
              projectId={projectId}
              endpoints={endpoints}
              structure={analysis.value}
              isStale={analysis.error !== null}
              isCurrent={isSettled}
            />
          ) : (
            sketch.text === null && (
              <EmptyState
                icon={<PencilLine aria-hidden size={28} strokeWidth={1.5} />}
                title={t("empty.title")}
                actions={<Button onPress={() => void sketch.load(artemisinin)}>{t("empty.example")}</Button>}
              >
                {t("empty.advice")}
              </EmptyState>
            )
          )}
        </section>
      </div>
    </>
  );
}
