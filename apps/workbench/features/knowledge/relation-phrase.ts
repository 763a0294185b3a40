"use client";

import type { Predicate } from "@qinghao/knowledge/schema";
import { useTranslations } from "next-intl";

/** A relation in words, read from the concept of the page to its neighbour. */
export function useRelationPhrase(): (predicate: Predicate, direction: "out" | "in") => string {
  const t = useTranslations("knowledge.predicate");
  return (predicate, direction) => t(`${predicate}.${direction}`);
}
