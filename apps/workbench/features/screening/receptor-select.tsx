"use client";

import { ButtonLink, Select } from "@qinghao/ui";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client.ts";

/** A receptor of the project, or the way to register the first. */
export function ReceptorSelect({
  value,
  isMissing,
  onChange,
}: {
  value: string | null;
  /** The form was sent without one. */
  isMissing: boolean;
  onChange: (receptorId: string) => void;
}) {
  const t = useTranslations("screening.plan");
  const { projectId = "" } = useParams<{ projectId?: string }>();
  const trpc = useTRPC();
  const found = useQuery(trpc.receptors.list.queryOptions({ projectId }, { staleTime: 10_000 }));
  const receptors = found.data?.receptors ?? [];
  if (found.isSuccess && receptors.length === 0)
    return (
      <div className="flex flex-wrap items-center gap-3 text-sm">
        <span className={isMissing ? "text-danger" : "text-ink-2"}>{t("noReceptor")}</span>
        <ButtonLink size="small" href={`/p/${projectId}/receptors/new`}>
          {t("registerReceptor")}
        </ButtonLink>
      </div>
    );
  return (
    <Select
      label={t("receptor")}
      placeholder={t("chooseReceptor")}
      value={value}
      onChange={onChange}
      options={receptors.map(({ id, name, fileName }) => ({ id, label: name, description: fileName }))}
      {...(isMissing ? { error: t("receptorMissing") } : {})}
      className="w-72"
    />
  );
}
