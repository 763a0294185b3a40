"use client";

import type { SourceInfo } from "@qinghao/knowledge/schema";
import { useTranslations } from "next-intl";
import { useSourceOf } from "./knowledge-scope.tsx";

/** Whether a source asks that its attribution is seen wherever its content is. */
const asksToBeSeen = ({ licenceClass, attribution }: SourceInfo): boolean =>
  licenceClass === "H" || /\bLOINC\b/.test(attribution);

/** The notices that the Human Phenotype Ontology and LOINC require beside their content. */
export function RequiredNotices({ sources }: { sources: Iterable<string> }) {
  const t = useTranslations("knowledge.source");
  const sourceOf = useSourceOf();
  const shown = [...new Set(sources)].flatMap((id) => sourceOf(id) ?? []).filter(asksToBeSeen);
  if (shown.length === 0) return null;
  return (
    <aside aria-label={t("notices")} className="flex flex-col gap-1 pt-4 text-xs text-ink-3">
      {shown.some(({ id }) => id === "hpo") && (
        <p className="max-w-4xl">
          {t.rich("hpoNotice", {
            version: sourceOf("hpo")?.version ?? "",
            site: (text) => (
              <a href="https://hpo.jax.org" target="_blank" rel="noopener noreferrer" className="underline">
                {text}
              </a>
            ),
          })}
        </p>
      )}
      {shown.map((source) => (
        <p key={source.id} lang="en" className="max-w-4xl">
          {source.attribution}
        </p>
      ))}
    </aside>
  );
}
