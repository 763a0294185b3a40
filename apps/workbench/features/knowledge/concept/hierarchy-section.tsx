"use client";

import type { ConceptView } from "@qinghao/api/schema";
import { Button } from "@qinghao/ui";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { mainName } from "../../../concepts/concept-name.ts";
import { ConceptLink } from "../concept-link.tsx";
import { ConceptBranch } from "./concept-branch.tsx";

/** Levels above that are shown before the farthest are folded. */
const levelsShown = 6;
const childrenShown = 12;

/** What the concept stands under, level by level, and what stands under it, branch by branch. */
export function HierarchySection({ concept }: { concept: ConceptView }) {
  const t = useTranslations("knowledge.concept");
  const locale = useLocale();
  const [isWhole, setWhole] = useState(false);
  const [isAllChildren, setAllChildren] = useState(false);
  const { ancestors, children } = concept;
  const depth = Math.max(0, ...ancestors.map(({ steps }) => steps));
  const levels = Array.from({ length: depth }, (_, at) => ({
    steps: depth - at,
    concepts: ancestors.filter(({ steps }) => steps === depth - at),
  }));
  const shown = isWhole ? levels : levels.slice(-levelsShown);
  const below = isAllChildren ? children.rows : children.rows.slice(0, childrenShown);
  if (ancestors.length === 0 && children.total === 0) return <p className="text-sm text-ink-3">{t("noHierarchy")}</p>;
  return (
    <div className="flex flex-col gap-3 text-sm">
      {ancestors.length > 0 && (
        <ol aria-label={t("above")} className="flex flex-col gap-1">
          {shown.length < levels.length && (
            <li>
              <Button look="quiet" size="small" onPress={() => setWhole(true)}>
                {t("farther", { count: levels.length - shown.length })}
              </Button>
            </li>
          )}
          {shown.map(({ steps, concepts }) => (
            <li key={steps} className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-1">
              <span
                aria-hidden
                title={t("stepsAbove", { steps })}
                className="numeric pt-px text-right text-xs leading-5 text-ink-3"
              >
                {steps}
              </span>
              <span className="flex flex-wrap gap-x-3 gap-y-0.5 border-l pl-2">
                {concepts.map((one) => (
                  <ConceptLink key={one.id} concept={one} showOther={false} />
                ))}
              </span>
            </li>
          ))}
          <li className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-1">
            <span />
            <span aria-current="true" className="border-l-2 border-accent pl-2 font-semibold">
              {mainName(concept, locale)}
            </span>
          </li>
        </ol>
      )}
      {children.total > 0 && (
        <div className="flex flex-col gap-1">
          <p className="numeric text-xs text-ink-3">
            {t("below", { children: children.total, descendants: concept.descendants })}
          </p>
          <ul aria-label={t("belowLabel")} className="flex flex-col">
            {below.map((child) => (
              <ConceptBranch key={child.id} concept={child} />
            ))}
          </ul>
          {children.rows.length > below.length && (
            <Button size="small" className="self-start" onPress={() => setAllChildren(true)}>
              {t("moreChildren", { count: children.rows.length - below.length })}
            </Button>
          )}
          {isAllChildren && children.total > children.rows.length && (
            <p className="text-xs text-ink-3">{t("firstChildren", { count: children.rows.length })}</p>
          )}
        </div>
      )}
    </div>
  );
}
