"use client";

import type { ConceptRef } from "@qinghao/api/schema";
import { classNames, IconButton } from "@qinghao/ui";
import { useQuery } from "@tanstack/react-query";
import { ChevronRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { mainName } from "../../../concepts/concept-name.ts";
import { useTRPC } from "../../../trpc/client.ts";
import { FailureState } from "../../../trpc/failure-state.tsx";
import { ConceptLink } from "../concept-link.tsx";
import { useInProject } from "../knowledge-scope.tsx";

/** A concept of the hierarchy whose own children are asked for when it is opened. */
export function ConceptBranch({ concept }: { concept: ConceptRef }) {
  const t = useTranslations("knowledge.concept");
  const locale = useLocale();
  const trpc = useTRPC();
  const inProject = useInProject();
  const [isOpen, setOpen] = useState(false);
  const found = useQuery(
    trpc.knowledge.concept.queryOptions({ id: concept.id, ...inProject }, { enabled: isOpen, staleTime: 60_000 }),
  );
  const children = found.data?.children;
  return (
    <li>
      <div className="flex items-start gap-0.5">
        <IconButton
          size="small"
          label={t(isOpen ? "fold" : "unfold", { name: mainName(concept, locale) })}
          aria-expanded={isOpen}
          icon={
            <ChevronRight aria-hidden size={14} className={classNames("transition-transform", isOpen && "rotate-90")} />
          }
          onPress={() => setOpen(!isOpen)}
        />
        <span className="min-w-0 pt-0.5">
          <ConceptLink concept={concept} showOther={false} />
        </span>
      </div>
      {isOpen && (
        <div className="ml-3 border-l pl-2">
          {found.isError && <FailureState error={found.error} onRetry={() => void found.refetch()} />}
          {found.isPending && <p className="py-1 text-xs text-ink-3">{t("loadingBranch")}</p>}
          {children !== undefined && children.total === 0 && (
            <p className="py-1 text-xs text-ink-3">{t("nothingBelow")}</p>
          )}
          <ul>
            {children?.rows.map((child) => (
              <ConceptBranch key={child.id} concept={child} />
            ))}
          </ul>
          {children !== undefined && children.total > children.rows.length && (
            <p className="text-xs text-ink-3">{t("firstChildren", { count: children.rows.length })}</p>
          )}
        </div>
      )}
    </li>
  );
}
