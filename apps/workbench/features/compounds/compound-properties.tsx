"use client";

import type { CompoundView } from "@qinghao/api/schema";
import { ErrorState, Skeleton, useUiLocale } from "@qinghao/ui";
import { DescriptorList, RuleOfFiveList, type RuleOfFiveValues } from "@qinghao/ui/science";
import { useTranslations } from "next-intl";
import { useStructureAnalysis } from "../../workers/use-molecule.ts";

/** Descriptors and the rule of five. */
export function CompoundProperties({ compound }: { readonly compound: CompoundView }) {
  const t = useTranslations("compounds.compound");
  const locale = useUiLocale();
  const analysis = useStructureAnalysis(compound.smiles);
  if (analysis.error !== null) return <ErrorState title={analysis.error.message[locale]} code={analysis.error.code} />;
  if (analysis.value === null) return <Skeleton className="h-32" />;
  return (
    <div className="grid grid-cols-1 gap-8 lg:grid-cols-[minmax(0,2fr)_minmax(18rem,1fr)]">
      <DescriptorList values={analysis.value.descriptors} />
      <div className="flex flex-col gap-2">
        <h3 className="text-sm font-medium">{t("ruleOfFive")}</h3>
        <RuleOfFiveList values={analysis.value.descriptors as RuleOfFiveValues} />
      </div>
    </div>
  );
}
