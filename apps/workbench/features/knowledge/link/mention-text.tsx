"use client";

import type { QualifierKind } from "@qinghao/knowledge";
import { classNames } from "@qinghao/ui";
import { useLocale, useTranslations } from "next-intl";
import { Fragment } from "react";
import { mainName } from "../../../concepts/concept-name.ts";
import { KindMark } from "../kind-mark.tsx";
import { conceptOf, type ReadMention } from "./link-texts.ts";

type Part = { at: number; text: string; mention?: ReadMention; qualifier?: string };

/** The line cut into plain text, mentions and the qualifiers around them. */
function partsOf(line: string, mentions: readonly ReadMention[]): Part[] {
  const marks = [
    ...mentions.map((mention) => ({ start: mention.start, end: mention.end, mention })),
    ...mentions.flatMap((mention) =>
      mention.qualifiers.map(({ start, end, kind }) => ({ start, end, qualifier: kind })),
    ),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const parts: Part[] = [];
  let done = 0;
  for (const { start, end, ...mark } of marks) {
    if (start < done || end <= start) continue;
    if (start > done) parts.push({ at: done, text: line.slice(done, start) });
    parts.push({ at: start, text: line.slice(start, end), ...mark });
    done = end;
  }
  if (done < line.length) parts.push({ at: done, text: line.slice(done) });
  return parts;
}

/** Lines with what they name marked in place; pressing a mention opens it beside the text. */
export function MentionText({
  lines,
  mentions,
  selected,
  onSelect,
}: {
  lines: readonly string[];
  mentions: readonly ReadMention[];
  selected: string | null;
  onSelect: (key: string) => void;
}) {
  const t = useTranslations("knowledge.link");
  const qualifierName = useQualifierName();
  return (
    <ol aria-label={t("result")} className="flex flex-col gap-1.5 text-base leading-7">
      {lines.map((line, at) => (
        <li key={at} className="grid grid-cols-[2rem_minmax(0,1fr)] gap-2">
          <span className="numeric pt-0.5 text-right text-xs leading-7 text-ink-3 select-none">{at + 1}</span>
          <p className="break-words whitespace-pre-wrap text-ink">
            {partsOf(
              line,
              mentions.filter((mention) => mention.line === at),
            ).map((part) => (
              <Fragment key={part.at}>
                {part.mention !== undefined ? (
                  <MentionMark
                    mention={part.mention}
                    text={part.text}
                    isSelected={part.mention.key === selected}
                    onSelect={onSelect}
                  />
                ) : part.qualifier !== undefined ? (
                  <span
                    title={qualifierName(part.qualifier)}
                    className="border-b border-dashed border-ink-3 text-ink-2"
                  >
                    {part.text}
                  </span>
                ) : (
                  part.text
                )}
              </Fragment>
            ))}
          </p>
        </li>
      ))}
    </ol>
  );
}

function MentionMark({
  mention,
  text,
  isSelected,
  onSelect,
}: {
  mention: ReadMention;
  text: string;
  isSelected: boolean;
  onSelect: (key: string) => void;
}) {
  const t = useTranslations("knowledge.link");
  const locale = useLocale();
  const concept = conceptOf(mention);
  const meaning = concept === null ? t("noConcept") : mainName(concept, locale);
  const isDoubtful = mention.chosen === undefined && (concept === null || mention.candidates.length > 1);
  return (
    <button
      type="button"
      aria-label={t("mention", { text, meaning })}
      aria-pressed={isSelected}
      title={meaning}
      onClick={() => onSelect(mention.key)}
      className={classNames(
        "inline rounded-sm px-0.5 text-left break-words",
        concept === null
          ? classNames("bg-hover text-ink-2", mention.chosen === null && "line-through decoration-ink-3")
          : isDoubtful
            ? "bg-warn-soft text-ink"
            : "bg-accent-soft text-ink",
        isSelected && "shadow-[0_0_0_2px_var(--qh-focus)]",
      )}
    >
      {concept !== null && (
        <span aria-hidden className="mr-0.5 inline-block align-[-1px]">
          <KindMark kind={concept.kind} isNamed />
        </span>
      )}
      {text}
    </button>
  );
}

const qualifierKinds = [
  "status",
  "stage",
  "grade",
  "side",
  "severity",
  "course",
  "line",
  "negation",
  "part",
  "certainty",
  "marker",
  "form",
] as const satisfies readonly QualifierKind[];

export function useQualifierName(): (kind: string) => string {
  const t = useTranslations("knowledge.qualifier");
  return (kind) => {
    const known = qualifierKinds.find((one) => one === kind);
    return known === undefined ? kind : t(known);
  };
}
