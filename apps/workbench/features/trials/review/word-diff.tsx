"use client";

import { useMemo } from "react";
import { diffWords } from "./diff-words.ts";

/** What went and what came, in place. */
export function WordDiff({ before, after }: { before: string; after: string }) {
  const parts = useMemo(() => diffWords(before, after), [before, after]);
  return parts.map(({ kind, text }, at) =>
    kind === "same" ? (
      <span key={at}>{text}</span>
    ) : kind === "added" ? (
      <ins key={at} className="rounded-sm bg-accent-soft text-accent decoration-1">
        {text}
      </ins>
    ) : (
      <del key={at} className="rounded-sm bg-danger-soft text-danger decoration-1">
        {text}
      </del>
    ),
  );
}
