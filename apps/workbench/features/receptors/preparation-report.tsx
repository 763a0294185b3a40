"use client";

import type { ReceptorInspection } from "@qinghao/api/schema";
import { formatCount } from "@qinghao/ui";
import { ChevronRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "react-aria-components/Button";
import { Disclosure, DisclosurePanel } from "react-aria-components/Disclosure";
import { Heading } from "react-aria-components/Heading";

type Report = NonNullable<ReceptorInspection["report"]>;
type Part = { id: string; title: string; rows: { key: string; residue: string; text: string }[]; isTrouble: boolean };

/** What preparing the structure found and decided: counts, with the residues to unfold. */
export function PreparationReport({ report }: { report: Report | null }) {
  const t = useTranslations("receptors.report");
  const locale = useLocale();
  if (report === null) return <p className="text-sm text-ink-2">{t("asItIs")}</p>;
  const { heavyAtoms, hydrogens } = report;
  // What was decided by more than the pH is what one wants to look at first.
  const decided = report.protonation
    .filter(({ reason }) => reason !== "in_file")
    .toSorted((a, b) => Number(a.reason === "ph") - Number(b.reason === "ph"));
  const asInFile = report.protonation.length - decided.length;
  const left = report.hetero.filter(({ isKept }) => !isKept);
  const parts: Part[] = [
    {
      id: "missing",
      title: t("missing", { count: report.missingAtoms.length }),
      rows: report.missingAtoms.map(({ residue, atoms }) => ({ key: residue, residue, text: atoms.join(", ") })),
      isTrouble: true,
    },
    {
      id: "gaps",
      title: t("gaps", { count: report.gaps.length }),
      rows: report.gaps.map(({ before, after }) => ({ key: before, residue: before, text: t("gapTo", { after }) })),
      isTrouble: true,
    },
    {
      id: "alternates",
      title: t("alternates", { count: report.alternates.length }),
      rows: report.alternates.map(({ residue, chosen, left: others }) => ({
        key: residue,
        residue,
        text: t("alternate", { chosen, left: others.join(", ") }),
      })),
      isTrouble: true,
    },
    {
      id: "protonation",
      title: t("protonation", { count: decided.length, inFile: asInFile }),
      rows: decided.map(({ residue, state, reason }) => ({
        key: residue,
        residue,
        text: t("state", { state, reason: t(`reasons.${reason}`) }),
      })),
      isTrouble: false,
    },
    {
      id: "judged",
      title: t("judged", { count: report.judged.length }),
      rows: report.judged.map((residue) => ({ key: residue, residue, text: t("judgedHow") })),
      isTrouble: true,
    },
    {
      id: "left",
      title: t("left", { count: left.length }),
      rows: left.map(({ residue, kind }) => ({ key: residue, residue, text: t(`kinds.${kind}`) })),
      isTrouble: false,
    },
  ];
  return (
    <div className="flex flex-col gap-1">
      <p className="pb-1 text-sm text-ink-2">
        {t("atoms", { heavy: formatCount(locale, heavyAtoms), hydrogens: formatCount(locale, hydrogens) })}
      </p>
      {parts.map((part) => (
        <ReportPart key={part.id} part={part} />
      ))}
    </div>
  );
}

function ReportPart({ part: { title, rows, isTrouble } }: { part: Part }) {
  if (rows.length === 0) return <p className="py-0.5 pl-5 text-sm text-ink-3">{title}</p>;
  return (
    <Disclosure className="group">
      <Heading level={3}>
        <Button
          slot="trigger"
          className={`inline-flex min-h-6 items-center gap-1 rounded-sm text-left text-sm data-hovered:text-accent ${isTrouble ? "text-warn" : "text-ink"}`}
        >
          <ChevronRight aria-hidden size={14} className="shrink-0 transition-transform group-data-expanded:rotate-90" />
          {title}
        </Button>
      </Heading>
      <DisclosurePanel>
        <ul className="my-1 ml-5 grid max-h-64 grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-0.5 overflow-y-auto text-sm">
          {rows.map(({ key, residue, text }) => (
            <li key={key} className="contents">
              <span className="font-mono text-xs leading-5">{residue}</span>
              <span className="text-ink-2">{text}</span>
            </li>
          ))}
        </ul>
      </DisclosurePanel>
    </Disclosure>
  );
}
