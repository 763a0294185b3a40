"use client";

import { Check, X } from "lucide-react";
import { formatDecimal } from "../values/format.ts";
import { type RuleOfFiveValues, ruleOfFive } from "./rule-of-five.ts";
import { useScienceText } from "./science-text.ts";

/** Each of Lipinski's rules with its value, its limit and whether it is met. */
export function RuleOfFiveList({ values }: { readonly values: RuleOfFiveValues }) {
  const text = useScienceText();
  const outcomes = ruleOfFive(values);
  const broken = outcomes.filter((rule) => !rule.isMet).length;
  return (
    <div className="flex flex-col gap-1 text-sm">
      <p className={broken > 1 ? "text-warn" : "text-ink-2"}>{text.rulesBroken(broken)}</p>
      <ul>
        {outcomes.map(({ id, value, limit, decimals, isMet }) => (
          <li key={id} className="flex items-center gap-2 border-t py-1 first:border-t-0">
            {isMet ? (
              <Check aria-hidden size={14} className="shrink-0 text-accent" />
            ) : (
              <X aria-hidden size={14} className="shrink-0 text-danger" />
            )}
            <span className="screen-reader-only">{isMet ? text.ruleMet : text.ruleBroken}</span>
            <span className="min-w-0 flex-1 truncate">{text.rules[id]}</span>
            <span className="numeric font-medium">{formatDecimal(value, decimals)}</span>
            <span className="numeric w-14 text-right text-ink-3">≤ {limit}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
