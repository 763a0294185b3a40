"use client";

import { Button, ButtonLink, Section } from "@qinghao/ui";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { conceptHref, mainName, otherName } from "../../../concepts/concept-name.ts";
import { KindMark } from "../kind-mark.tsx";
import { examples } from "./examples.ts";
import { forgetConcepts, useRecentConcepts } from "./recent-concepts.ts";

/** What stands in the place of results before anything is typed: how to ask, and what was opened last. */
export function SearchStart({ onExample }: { onExample: (text: string) => void }) {
  const t = useTranslations("knowledge.search");
  const locale = useLocale();
  const recent = useRecentConcepts();
  return (
    <div className="flex max-w-4xl flex-col">
      <Section title={t("examples")} meta={t("examplesHelp")}>
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(15rem,1fr))] gap-x-4 gap-y-1">
          {examples.map(({ id, text }) => (
            <li key={id}>
              <Button
                look="quiet"
                className="h-auto! w-full justify-start! gap-2 py-1.5 text-left whitespace-normal!"
                onPress={() => onExample(text)}
              >
                <span className="flex min-w-0 flex-col">
                  <span className="truncate font-medium text-ink">{text}</span>
                  <span className="text-xs font-normal text-ink-3">{t(`example.${id}`)}</span>
                </span>
              </Button>
            </li>
          ))}
        </ul>
      </Section>
      {recent.length > 0 && (
        <Section
          title={t("recent")}
          actions={
            <Button look="quiet" size="small" onPress={forgetConcepts}>
              {t("forget")}
            </Button>
          }
        >
          <ul className="flex flex-col">
            {recent.map((concept) => {
              const other = otherName(concept, locale);
              return (
                <li key={concept.id}>
                  <Link
                    href={conceptHref(concept.id)}
                    prefetch={false}
                    className="flex min-h-8 items-center gap-2 rounded-md px-2 text-sm hover:bg-hover"
                  >
                    <KindMark kind={concept.kind} />
                    <span className="min-w-0 truncate text-ink">{mainName(concept, locale)}</span>
                    {other !== null && (
                      <span lang={other.lang} className="min-w-0 truncate text-ink-3">
                        {other.text}
                      </span>
                    )}
                    <span className="ml-auto shrink-0 pl-3 font-mono text-xs text-ink-3">{concept.id}</span>
                  </Link>
                </li>
              );
            })}
          </ul>
        </Section>
      )}
      <div className="flex flex-wrap gap-2 border-t pt-5">
        <ButtonLink href="/knowledge?tab=link">{t("toLink")}</ButtonLink>
        <ButtonLink href="/knowledge/sources">{t("toSources")}</ButtonLink>
      </div>
    </div>
  );
}
