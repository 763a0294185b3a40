"use client";

import type { Criterion } from "@qinghao/trials/schema";
import { IconButton } from "@qinghao/ui";
import { ArrowDown, ArrowUp, ChevronsUp } from "lucide-react";
import { useTranslations } from "next-intl";
import type { CriterionNumber } from "../review/numbers.ts";

/** The funnel's steps in their order; each can be moved. */
export function FunnelOrder({
  criteria,
  numbers,
  order,
  onChange,
}: {
  criteria: readonly Criterion[];
  numbers: ReadonlyMap<string, CriterionNumber>;
  order: readonly string[];
  onChange: (order: readonly string[]) => void;
}) {
  const t = useTranslations("trials.runs");
  const tNumber = useTranslations("trials.number");
  const byId = new Map(criteria.map((one) => [one.id, one]));
  const move = (from: number, to: number) => {
    if (to < 0 || to >= order.length) return;
    const next = [...order];
    next.splice(to, 0, ...next.splice(from, 1));
    onChange(next);
  };
  return (
    <ol aria-label={t("order")} className="flex max-h-72 flex-col overflow-y-auto rounded-md border">
      {order.map((id, at) => {
        const number = numbers.get(id);
        const name = number === undefined ? id : tNumber(number.type, { n: number.n });
        return (
          <li key={id} className="flex items-center gap-2 border-b px-2 py-0.5 text-sm last:border-b-0">
            <span className="numeric w-6 shrink-0 text-right text-xs text-ink-3">{at + 1}</span>
            <span className="numeric w-8 shrink-0 text-xs font-medium text-ink-2">{name}</span>
            <span className="min-w-0 flex-1 truncate" title={byId.get(id)?.text}>
              {byId.get(id)?.text}
            </span>
            <IconButton
              size="small"
              label={t("moveTop", { name })}
              icon={<ChevronsUp aria-hidden size={14} />}
              isDisabled={at === 0}
              onPress={() => move(at, 0)}
            />
            <IconButton
              size="small"
              label={t("moveUp", { name })}
              icon={<ArrowUp aria-hidden size={14} />}
              isDisabled={at === 0}
              onPress={() => move(at, at - 1)}
            />
            <IconButton
              size="small"
              label={t("moveDown", { name })}
              icon={<ArrowDown aria-hidden size={14} />}
              isDisabled={at === order.length - 1}
              onPress={() => move(at, at + 1)}
            />
          </li>
        );
      })}
    </ol>
  );
}
