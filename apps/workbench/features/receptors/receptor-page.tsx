"use client";

import type { ReceptorDetail } from "@qinghao/api/schema";
import {
  BackLink,
  Button,
  ButtonLink,
  formatCount,
  KeyValue,
  Menu,
  PageBody,
  RunHeader,
  Section,
  Time,
} from "@qinghao/ui";
import { useQuery } from "@tanstack/react-query";
import { Download, Filter, Pencil } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc/client.ts";
import { PendingPage } from "../../trpc/pending-page.tsx";
import { BindingSiteView } from "./binding-site-view.tsx";
import { EditReceptorSheet } from "./edit-receptor-sheet.tsx";
import { PreparationReport } from "./preparation-report.tsx";
import { RemoveReceptor } from "./remove-receptor.tsx";
import { TargetLink } from "./target-link.tsx";

/** One receptor: its site in 3D, poses opened in it, and how it was prepared. */
export function ReceptorPage({ projectId, receptorId }: { projectId: string; receptorId: string }) {
  const t = useTranslations("receptors");
  const trpc = useTRPC();
  const found = useQuery(trpc.receptors.get.queryOptions({ receptorId }));
  const above = <BackLink href={`/p/${projectId}/receptors`}>{t("title")}</BackLink>;
  if (found.data !== undefined) return <ReceptorScreen receptor={found.data} above={above} />;
  return <PendingPage title={t("one")} above={above} found={found} />;
}

function ReceptorScreen({ receptor, above }: { receptor: ReceptorDetail; above: React.ReactNode }) {
  const t = useTranslations("receptors");
  const [isEditing, setEditing] = useState(false);
  const { id, projectId, name } = receptor;
  return (
    <>
      <RunHeader
        above={above}
        title={name}
        state={null}
        id={id}
        copyLabel={t("copyId")}
        actions={
          <>
            <RemoveReceptor receptor={receptor} />
            <Button icon={<Pencil aria-hidden size={14} />} onPress={() => setEditing(true)}>
              {t("edit")}
            </Button>
            <Menu
              label={t("download")}
              placement="bottom end"
              trigger={<Button icon={<Download aria-hidden size={14} />}>{t("download")}</Button>}
              entries={[
                { id: "cif", label: t("downloadCif"), href: `/api/v1/receptors/${id}/structure.cif` },
                {
                  id: "pdbqt",
                  label: t("downloadPdbqt"),
                  href: `/api/v1/receptors/${id}/receptor.pdbqt`,
                },
              ]}
            />
            <ButtonLink
              look="primary"
              icon={<Filter aria-hidden size={14} />}
              href={`/p/${projectId}/screening/new?receptor=${id}`}
            >
              {t("dock")}
            </ButtonLink>
          </>
        }
      />
      <PageBody>
        <div className="flex flex-col">
          <BindingSiteView receptor={receptor} />
          <Section title={t("facts")}>
            <Facts receptor={receptor} />
          </Section>
          <Section title={t("report.title")}>
            <PreparationReport report={receptor.report} />
          </Section>
        </div>
      </PageBody>
      {isEditing && <EditReceptorSheet receptor={receptor} onClose={() => setEditing(false)} />}
    </>
  );
}

function Facts({ receptor }: { receptor: ReceptorDetail }) {
  const t = useTranslations("receptors");
  const locale = useLocale();
  const { target, fileName, atoms, selection, box, createdAt, reference } = receptor;
  const triple = (values: readonly number[]) => values.map((value) => value.toFixed(1).replace("-", "−")).join(", ");
  return (
    <KeyValue
      layout="grid"
      items={[
        { key: "target", label: t("target"), value: target === null ? "–" : <TargetLink target={target} /> },
        { key: "file", label: t("file"), value: <span className="font-mono text-xs">{fileName}</span> },
        { key: "atoms", label: t("atoms"), value: formatCount(locale, atoms) },
        { key: "reference", label: t("reference"), value: t(reference === null ? "no" : "yes") },
        { key: "ph", label: t("keep.pH"), value: selection === null ? "–" : selection.pH },
        { key: "center", label: t("boxCenter"), value: <span className="numeric">{triple(box.center)}</span> },
        { key: "size", label: t("boxSize"), value: <span className="numeric">{triple(box.size)}</span> },
        { key: "created", label: t("created"), value: <Time at={createdAt} withSeconds /> },
      ]}
    />
  );
}
