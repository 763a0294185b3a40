"use client";

import { useTranslations } from "next-intl";
import { useReviewScope } from "./review-context.ts";

/** What a criterion is called in short: I3, E2. */
export function useNumberName(): (id: string) => string {
  const t = useTranslations("trials.number");
  const { numbers } = useReviewScope();
  return (id) => {
    const number = numbers.get(id);
    return number === undefined ? id : t(number.type, { n: number.n });
  };
}
