"use client";

import type { TargetView } from "@qinghao/api/schema";
import { ButtonLink, Section, Time } from "@qinghao/ui";
import { SimpleTable } from "@qinghao/ui/data-table";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Chip } from "../chip.tsx";
import { ConceptLink } from "../concept-link.tsx";
import { useKnowledgeProject } from "../knowledge-scope.tsx";

/** Receptors of the open project that are structures of the target. */
export function ProjectStructures({ target }: { target: TargetView }) {
  const t = useTranslations("knowledge.target");
  const project = useKnowledgeProject();
  if (project === null)
    return (
      <Section title={t("structures")}>
        <p className="text-sm text-ink-3">{t("structuresNeedProject")}</p>
      </Section>
    );
  const register = (
    <ButtonLink size="small" href={`/p/${project.id}/receptors/new?target=${encodeURIComponent(target.target.id)}`}>
      {t("registerStructure")}
    </ButtonLink>
  );
  if (target.structures.length === 0)
    return (
      <Section title={t("structures")} meta={project.name ?? undefined}>
        <p className="max-w-3xl text-sm text-ink-2">{t("noStructures")}</p>
        <div>{register}</div>
      </Section>
    );
  return (
    <Section title={t("structures")} meta={project.name ?? undefined} actions={register}>
      <SimpleTable
        label={t("structures")}
        rows={target.structures}
        rowId={({ id }) => id}
        columns={[
          {
            id: "name",
            name: t("structure"),
            cell: ({ id, name }) => (
              <Link
                href={`/p/${project.id}/receptors/${id}`}
                className="text-ink underline decoration-line-strong/40 underline-offset-2 hover:text-accent"
              >
                {name}
              </Link>
            ),
          },
          {
            id: "file",
            name: t("file"),
            cell: ({ fileName }) => <span className="font-mono text-xs">{fileName}</span>,
          },
          { id: "created", name: t("registered"), cell: ({ createdAt }) => <Time at={createdAt} /> },
        ]}
      />
    </Section>
  );
}

/** Compounds of the open project that are one of the drugs, by InChIKey. */
export function ProjectCompounds({ target }: { target: TargetView }) {
  const t = useTranslations("knowledge.target");
  const project = useKnowledgeProject();
  if (project === null)
    return (
      <Section title={t("compounds")}>
        <p className="text-sm text-ink-3">{t("noProject")}</p>
      </Section>
    );
  return (
    <Section title={t("compounds")} meta={project.name ?? undefined}>
      {target.compounds.length === 0 ? (
        <div className="flex flex-wrap items-center gap-3">
          <p className="text-sm text-ink-2">{t("noCompounds")}</p>
          <ButtonLink size="small" href={`/p/${project.id}/compounds`}>
            {t("toCompounds")}
          </ButtonLink>
        </div>
      ) : (
        <SimpleTable
          label={t("compounds")}
          rows={target.compounds}
          rowId={({ id }) => id}
          columns={[
            {
              id: "compound",
              name: t("compound"),
              cell: ({ id, name }) => (
                <Link
                  href={`/p/${project.id}/compounds/${id}`}
                  className="text-ink underline decoration-line-strong/40 underline-offset-2 hover:text-accent"
                >
                  {name ?? id}
                </Link>
              ),
            },
            { id: "drug", name: t("isDrug"), cell: ({ drug }) => <ConceptLink concept={drug} showKind /> },
            {
              id: "key",
              name: "InChIKey",
              cell: ({ inchikey }) => <span className="font-mono text-xs">{inchikey}</span>,
            },
            { id: "by", name: t("joinedBy"), cell: () => <Chip>InChIKey</Chip> },
          ]}
        />
      )}
    </Section>
  );
}
