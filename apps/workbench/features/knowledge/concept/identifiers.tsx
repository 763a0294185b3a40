"use client";

import type { ConceptView } from "@qinghao/api/schema";
import { CopyButton, KeyValue } from "@qinghao/ui";
import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import { SourceChip } from "../source-chip.tsx";

/** What a laboratory item states beside identifiers; everything else is the name of a system, the same in both languages. */
const units = ["UnitConventional", "UnitSI", "UnitFactor"] as const;
const isUnit = (system: string): system is (typeof units)[number] => units.some((one) => one === system);

type Identifier = ConceptView["identifiers"][number];

/** The concept's numbers elsewhere. A link opens another site in a new tab; nothing is asked of it before. */
export function Identifiers({ identifiers }: { identifiers: readonly Identifier[] }) {
  const t = useTranslations("knowledge.concept");
  const unit = useTranslations("knowledge.unit");
  if (identifiers.length === 0) return <p className="text-sm text-ink-3">{t("noIdentifiers")}</p>;
  const systems = [...new Set(identifiers.map(({ system }) => system))];
  return (
    <KeyValue
      items={systems.map((system) => ({
        key: system,
        label: isUnit(system) ? unit(system) : system,
        value: (
          <ul className="flex flex-col gap-1">
            {distinct(identifiers.filter((one) => one.system === system)).map((one) => (
              <li key={one.value} className="flex flex-wrap items-center gap-x-2">
                {one.url === null ? (
                  <span className="font-mono text-xs break-all">{one.value}</span>
                ) : (
                  <a
                    href={one.url}
                    target="_blank"
                    rel="noopener noreferrer"
                    aria-label={t("opensElsewhere", { system, value: one.value })}
                    className="inline-flex items-center gap-1 font-mono text-xs break-all text-ink underline decoration-line-strong/40 underline-offset-2 hover:text-accent"
                  >
                    {one.value}
                    <ExternalLink aria-hidden size={12} className="shrink-0 text-ink-3" />
                  </a>
                )}
                {system === "InChIKey" && <CopyButton text={one.value} label={t("copyIdentifier", { system })} />}
                <SourceChip id={one.source} />
              </li>
            ))}
          </ul>
        ),
      }))}
    />
  );
}

const distinct = (identifiers: readonly Identifier[]): Identifier[] => [
  ...new Map(identifiers.map((one) => [one.value, one])).values(),
];
