"use client";

import type { CompoundView } from "@qinghao/api/schema";
import { CopyButton, KeyValue, Time } from "@qinghao/ui";
import { Formula } from "@qinghao/ui/science";
import Link from "next/link";
import { useTranslations } from "next-intl";

/** Identifiers, the text that was given, and what standardising made of it. */
export function CompoundOrigin({ compound }: { readonly compound: CompoundView }) {
  const t = useTranslations("compounds.compound");
  const fields = Object.entries(compound.fields);
  return (
    <KeyValue
      items={[
        { key: "id", label: t("id"), value: <Code text={compound.id} copy={t("copyId")} /> },
        { key: "formula", label: t("formula"), value: <Formula text={compound.formula} /> },
        { key: "smiles", label: "SMILES", value: <Code text={compound.smiles} copy={t("copySmiles")} /> },
        { key: "inchikey", label: "InChIKey", value: <Code text={compound.inchikey} copy={t("copyInchikey")} /> },
        ...(compound.inchi === null
          ? []
          : [{ key: "inchi", label: "InChI", value: <Code text={compound.inchi} copy={t("copyInchi")} /> }]),
        ...(compound.inputText === null
          ? []
          : [{ key: "input", label: t("given"), value: <Code text={compound.inputText} copy={t("copyGiven")} /> }]),
        {
          key: "changes",
          label: t("standardised"),
          value: (
            <ul>
              {compound.changes.length === 0 ? (
                <li>{t("unchanged", { toolkit: compound.toolkit })}</li>
              ) : (
                compound.changes.map((change) => <li key={change}>{t("change", { change })}</li>)
              )}
            </ul>
          ),
        },
        {
          key: "registered",
          label: t("registered"),
          value: (
            <span className="flex flex-wrap gap-x-3">
              <Time at={compound.createdAt} />
              {compound.importId !== null && (
                <Link
                  href={`/p/${compound.projectId}/import?import=${compound.importId}`}
                  className="text-accent hover:underline"
                >
                  {compound.importRow === null
                    ? t("imported", { importId: compound.importId })
                    : t("importedRow", { importId: compound.importId, row: compound.importRow })}
                </Link>
              )}
            </span>
          ),
        },
        ...fields.map(([name, value]) => ({ key: `field ${name}`, label: name, value })),
      ]}
    />
  );
}

function Code({ text, copy }: { text: string; copy: string }) {
  return (
    <span className="flex items-start gap-1">
      <span className="max-h-40 min-w-0 overflow-auto font-mono text-xs leading-6 break-all whitespace-pre-wrap">
        {text}
      </span>
      <CopyButton text={text} label={copy} />
    </span>
  );
}
