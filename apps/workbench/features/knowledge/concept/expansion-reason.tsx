"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { conceptHref } from "../../../concepts/concept-name.ts";
import { useRelationPhrase } from "../relation-phrase.ts";
import { SourceChip } from "../source-chip.tsx";
import { predicateOrder } from "../vocabulary.ts";

/** Why a code is in the set: the link between concept and code system at once, the steps down the hierarchy on demand. */
export function Reasons({ steps }: { steps: readonly string[] }) {
  const t = useTranslations("knowledge.codes");
  const [first, ...rest] = steps;
  if (first === undefined) return null;
  return (
    <div className="flex flex-col gap-0.5 py-1">
      <Reason text={first} />
      {rest.length > 0 && (
        <details>
          <summary className="w-fit rounded-sm text-ink-3 hover:text-ink">{t("steps", { count: rest.length })}</summary>
          <ol className="flex flex-col gap-0.5 pt-0.5 pl-3">
            {rest.map((step) => (
              <li key={step}>
                <Reason text={step} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}

/** The same steps as plain text on one line, in the reader's language. */
export function useReasonText(): (steps: readonly string[]) => string {
  const t = useTranslations("knowledge.predicate");
  return useCallback(
    (steps) => {
      const inWords = (step: string): string => {
        const read = readStep(step);
        return read === null ? step : `${read.subject} ${t(`${read.predicate}.out`)} ${read.object} (${read.source})`;
      };
      return steps.map(inWords).join(" → ");
    },
    [t],
  );
}

/** A step in words, with its concepts as links. */
function Reason({ text }: { text: string }) {
  const phrase = useRelationPhrase();
  const read = readStep(text);
  if (read === null) return text;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5">
      <ConceptId id={read.subject} />
      {phrase(read.predicate, "out")}
      <ConceptId id={read.object} />
      <SourceChip id={read.source} />
    </span>
  );
}

/** Parts of a step such as `ICD10CN:C34.900 broader MONDO:0005233 (own-diseases)`; null where it is written otherwise. */
function readStep(text: string) {
  const [, subject, verb, object, source] = /^(\S+) (\S+) (\S+) \(([^)]+)\)$/.exec(text) ?? [];
  const predicate = predicateOrder.find((one) => one === verb);
  if (subject === undefined || object === undefined || source === undefined || predicate === undefined) return null;
  return { subject, predicate, object, source };
}

function ConceptId({ id }: { id: string }) {
  return (
    <Link
      href={conceptHref(id)}
      prefetch={false}
      className="font-mono underline decoration-line-strong/40 underline-offset-2 hover:text-accent"
    >
      {id}
    </Link>
  );
}
