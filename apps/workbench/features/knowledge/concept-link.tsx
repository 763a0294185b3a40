"use client";

import type { ConceptRef } from "@qinghao/api/schema";
import Link from "next/link";
import { useLocale } from "next-intl";
import { conceptHref, mainName, otherName } from "./concept-name.ts";
import { KindMark } from "./kind-mark.tsx";

/** A concept by name, leading to its page. */
export function ConceptLink({
  concept,
  showKind = false,
  showOther = true,
}: {
  concept: ConceptRef;
  showKind?: boolean;
  showOther?: boolean;
}) {
  const locale = useLocale();
  const other = showOther ? otherName(concept, locale) : null;
  return (
    <span className="inline-flex min-w-0 items-baseline gap-1.5">
      {showKind && (
        <span className="self-center">
          <KindMark kind={concept.kind} />
        </span>
      )}
      <Link
        href={conceptHref(concept.id)}
        prefetch={false}
        title={concept.id}
        className="min-w-0 break-words text-ink underline decoration-line-strong/40 underline-offset-2 hover:text-accent hover:decoration-accent"
      >
        {mainName(concept, locale)}
      </Link>
      {other !== null && (
        <span lang={other.lang} className="min-w-0 break-words text-xs text-ink-3">
          {other.text}
        </span>
      )}
    </span>
  );
}
