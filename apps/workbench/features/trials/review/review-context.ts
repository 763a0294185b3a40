"use client";

import type { Criterion, Tree } from "@qinghao/trials/schema";
import { createContext, useContext } from "react";
import type { Part } from "./edits.ts";
import type { CriterionNumber } from "./numbers.ts";
import type { ReviewState } from "./use-review.ts";

export type ReviewDeeds = {
  /** What the selected criterion's card is used for beside reading. */
  mode: "edit" | "split" | null;
  setMode: (mode: "edit" | "split" | null) => void;
  accept: (criterion: Criterion) => void;
  edit: (criterion: Criterion, tree: Tree, notes?: string[]) => void;
  markNotComputable: (criterion: Criterion) => void;
  splitInto: (criterion: Criterion, parts: readonly [Part, Part]) => Promise<void>;
  merge: (criterion: Criterion) => void;
  restore: (criterion: Criterion) => Promise<void>;
  /** What the reader makes of words. */
  read: (criterion: Criterion, text: string) => Promise<Pick<Criterion, "tree" | "notes" | "computable">>;
  isReading: boolean;
  /** Opens the question who is reviewing. */
  askPerson: () => void;
  person: string;
};

export type ReviewScope = {
  review: ReviewState;
  deeds: ReviewDeeds;
  numbers: ReadonlyMap<string, CriterionNumber>;
  /** A draft: only these change. */
  isOpen: boolean;
  hovered: string | null;
  setHovered: (id: string | null) => void;
  selectedId: string | null;
  select: (id: string | null) => void;
  /** Shows one criterion in the list, whatever is filtered. */
  goTo: (id: string) => void;
  keys: { isOn: boolean; setOn: (isOn: boolean) => void };
};

export const ReviewContext = createContext<ReviewScope | null>(null);

export function useReviewScope(): ReviewScope {
  const scope = useContext(ReviewContext);
  if (scope === null) throw new Error("outside of a review");
  return scope;
}
