"use client";

import type { ConceptKind } from "@qinghao/knowledge/schema";
import { IconButton } from "@qinghao/ui";
import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { mainName } from "../../concepts/concept-name.ts";
import { ConceptPicker } from "../../concepts/concept-picker.tsx";
import { useTRPC } from "../../trpc/client.ts";

const kinds: readonly ConceptKind[] = ["gene", "family", "variant"];

/** Which gene, family or variant the receptor is a structure of, found in the knowledge. */
export function TargetField({
  projectId,
  value,
  onChange,
}: {
  projectId: string;
  /** Id of the concept; null: none is chosen. */
  value: string | null;
  onChange: (id: string | null) => void;
}) {
  const t = useTranslations("receptors");
  const locale = useLocale();
  const trpc = useTRPC();
  const found = useQuery(
    trpc.knowledge.concept.queryOptions(
      { id: value ?? "", projectId },
      { enabled: value !== null, staleTime: 60_000, retry: false },
    ),
  );
  if (value === null)
    return <ConceptPicker label={t("target")} kinds={kinds} projectId={projectId} onPick={({ id }) => onChange(id)} />;
  return (
    <div className="flex flex-col gap-1">
      <span className="text-xs font-medium text-ink-2">{t("target")}</span>
      <div className="flex items-center gap-2 rounded-md bg-hover py-1 pr-1 pl-2 text-sm">
        <span className="min-w-0 flex-1 truncate">
          {found.data === undefined ? value : mainName(found.data, locale)}
          <span className="pl-2 font-mono text-xs text-ink-3">{value}</span>
        </span>
        <IconButton
          label={t("targetClear")}
          icon={<X aria-hidden size={14} />}
          size="small"
          onPress={() => onChange(null)}
        />
      </div>
    </div>
  );
}
