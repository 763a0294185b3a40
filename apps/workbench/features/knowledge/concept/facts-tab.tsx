"use client";

import type { ConceptView } from "@qinghao/api/schema";
import { Section } from "@qinghao/ui";
import { useTranslations } from "next-intl";
import { RequiredNotices } from "../required-notices.tsx";
import { CodeLinks } from "./code-links.tsx";
import { HierarchySection } from "./hierarchy-section.tsx";
import { Identifiers } from "./identifiers.tsx";
import { NamesTable } from "./names-table.tsx";
import { SourcesTable } from "./sources-table.tsx";

/** Names, codes, identifiers and place in the hierarchy, each with its source. */
export function FactsTab({ concept }: { concept: ConceptView }) {
  const t = useTranslations("knowledge.concept");
  const named = new Set(concept.names.map(({ text, language }) => `${language} ${text}`)).size;
  return (
    <>
      <div className="grid gap-x-10 xl:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="flex min-w-0 flex-col">
          <Section title={t("names")} meta={t("nameCount", { count: named })}>
            <NamesTable names={concept.names} />
          </Section>
          <Section title={t("codes")} meta={t("codesHelp")}>
            <CodeLinks codes={concept.codes} />
          </Section>
        </div>
        <div className="flex min-w-0 flex-col max-xl:border-t">
          <Section title={t("hierarchy")}>
            <HierarchySection concept={concept} />
          </Section>
          <Section title={t("identifiers")}>
            <Identifiers identifiers={concept.identifiers} />
          </Section>
        </div>
      </div>
      <Section title={t("sources")} meta={t("sourcesHelp")} className="border-t!">
        <SourcesTable sources={concept.sources} />
      </Section>
      <RequiredNotices sources={concept.sources.map(({ id }) => id)} />
    </>
  );
}
