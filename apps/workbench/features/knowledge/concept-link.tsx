"use client";

import type { ConceptRef } from "@qinghao/api/schema";
import { classNames } from "@qinghao/ui";
import Link from "next/link";
import { useLocale } from "next-intl";
import { conceptHref, mainName, otherName } from "../../concepts/concept-name.ts";
import { KindMark } from "./kind-mark.tsx";

/** A concept by name, leading to its page. */
export function ConceptLink({
  concept,
  showKind = false,
  showOther = true,
  isOneLine = false,
}: {
  concept: ConceptRef;
  showKind?: boolean;
  showOther?: boolean;
  /** Cut what does not fit, as cells of a grid do. */
  isOneLine?: boolean;
}) {
  const locale = useLocale();
  const other = showOther ? otherName(concept, locale) : null;
  return (
    <span className={classNames("min-w-0 items-start gap-1.5", isOneLine ? "flex" : "inline-flex")}>
      {showKind && (
        <span className="mt-[3px] flex shrink-0">
          <KindMark kind={concept.kind} />
        </span>
      )}
      <span className={classNames("flex min-w-0 items-baseline gap-x-1.5", !isOneLine && "flex-wrap")}>
        <Link
          href={conceptHref(concept.id)}
          prefetch={false}
          title={concept.id}
          tabIndex={isOneLine ? -1 : undefined}
          className={classNames(
            isOneLine ? "truncate" : "break-words",
            "min-w-0 text-ink underline decoration-line-strong/40 underline-offset-2 hover:text-accent hover:decoration-accent",
          )}
        >
          {mainName(concept, locale)}
        </Link>
        {other !== null && (
          <span
            lang={other.lang}
            className={classNames(isOneLine ? "truncate" : "break-words", "min-w-0 text-xs text-ink-3")}
          >
            {other.text}
          </span>
        )}
      </span>
    </span>
  );
}
