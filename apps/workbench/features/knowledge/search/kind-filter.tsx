"use client";

import type { ConceptKind } from "@qinghao/knowledge/schema";
import { useTranslations } from "next-intl";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";
import { KindMark } from "../kind-mark.tsx";

/** Kinds that a search is narrowed to; `other` and herbs, of which there are few, are found without a filter. */
const offered: readonly ConceptKind[] = [
  "disease",
  "phenotype",
  "gene",
  "family",
  "variant",
  "drug",
  "drug-class",
  "lab",
  "pathway",
  "procedure",
  "trial",
  "code",
];

export function KindFilter({
  value,
  onChange,
}: {
  value: readonly ConceptKind[];
  onChange: (kinds: ConceptKind[]) => void;
}) {
  const t = useTranslations("knowledge");
  return (
    <ToggleButtonGroup
      aria-label={t("search.kinds")}
      selectionMode="multiple"
      selectedKeys={value}
      onSelectionChange={(keys) => onChange(offered.filter((kind) => keys.has(kind)))}
      className="flex flex-wrap gap-1"
    >
      {offered.map((kind) => (
        <ToggleButton
          key={kind}
          id={kind}
          className="inline-flex h-7 items-center gap-1.5 rounded-md px-2 text-sm text-ink-2 data-hovered:bg-hover data-hovered:text-ink data-selected:bg-accent-soft data-selected:font-medium data-selected:text-accent"
        >
          <KindMark kind={kind} isNamed />
          {t(`kind.${kind}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
