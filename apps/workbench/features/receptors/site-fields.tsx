"use client";

import type { ReceptorInspection } from "@qinghao/api/schema";
import { FileDrop, RadioGroup } from "@qinghao/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { BoundLigandSelect } from "./bound-ligand-select.tsx";
import { BoxFields } from "./box-fields.tsx";
import { PocketFields } from "./pocket-fields.tsx";
import { firstRecord, type ReceptorDraft, type SearchBox, type Site } from "./receptor-draft.ts";
import type { PocketSearch } from "./use-pockets.ts";

/** A known ligand's file is small; a larger one is a library. */
const mostBytes = 5_000_000;

/** Where to dock: what the box is put around, and the box itself. */
export function SiteFields({
  ligands,
  search,
  draft,
  box,
  onChange,
}: {
  ligands: ReceptorInspection["ligands"];
  search: PocketSearch;
  draft: ReceptorDraft;
  /** Null while there is none. */
  box: SearchBox | null;
  onChange: (change: Partial<ReceptorDraft>) => void;
}) {
  const t = useTranslations("receptors.site");
  const { site } = draft;
  const [isAsking, setAsking] = useState(false);
  const kind: Site["kind"] = isAsking ? "file" : site.kind;
  const choose = (wanted: Site["kind"]) => {
    setAsking(wanted === "file" && site.kind !== "file");
    const [ligand] = ligands;
    if (wanted === "ligand" && ligand !== undefined)
      onChange({ site: { kind: wanted, residue: ligand.residue }, box: null });
    if (wanted === "pocket") onChange({ site: { kind: wanted, index: 0 }, box: null });
    if (wanted === "hand") onChange({ site: { kind: wanted }, box });
  };
  return (
    <div className="flex flex-col gap-3">
      <RadioGroup<Site["kind"]>
        label={t("around")}
        value={kind}
        onChange={choose}
        options={[
          ...(ligands.length > 0 ? [{ id: "ligand" as const, label: t("ligand"), description: t("ligandHelp") }] : []),
          { id: "file", label: t("file"), description: t("fileHelp") },
          { id: "pocket", label: t("pocket") },
          { id: "hand", label: t("hand") },
        ]}
      />
      {kind === "ligand" && site.kind === "ligand" && (
        <BoundLigandSelect
          ligands={ligands}
          residue={site.residue}
          onChange={(residue) => onChange({ site: { kind: "ligand", residue }, box: null })}
        />
      )}
      {kind === "file" && (
        <KnownLigandFile
          name={site.kind === "file" ? site.name : null}
          onRead={(name, molblock) => {
            setAsking(false);
            onChange({ site: { kind: "file", name, molblock }, box: null });
          }}
        />
      )}
      {kind === "pocket" && site.kind === "pocket" && (
        <PocketFields
          search={search}
          index={site.index}
          onChoose={(index) => onChange({ site: { kind: "pocket", index }, box: null })}
        />
      )}
      {box !== null && <BoxFields box={box} onChange={(changed) => onChange({ box: changed })} />}
    </div>
  );
}

function KnownLigandFile({ name, onRead }: { name: string | null; onRead: (name: string, molblock: string) => void }) {
  const t = useTranslations("receptors.site");
  const [isTooLarge, setTooLarge] = useState(false);
  const read = async (file: File) => {
    setTooLarge(file.size > mostBytes);
    if (file.size <= mostBytes) onRead(file.name, firstRecord(await file.text()));
  };
  return (
    <div className="flex flex-col gap-1">
      <FileDrop
        label={name ?? t("dropLigand")}
        chooseLabel={t("chooseLigand")}
        accept={[".sdf", ".sd", ".mol"]}
        onFile={(file) => void read(file)}
        size="compact"
      />
      {isTooLarge && (
        <p role="alert" className="text-xs text-danger">
          {t("ligandTooLarge")}
        </p>
      )}
    </div>
  );
}
