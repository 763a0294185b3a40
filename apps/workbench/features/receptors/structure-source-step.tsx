"use client";

import { Button, Select, Tabs, TextField } from "@qinghao/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FileStep } from "../../trpc/file-step.tsx";
import { pastedName, type StructureSource } from "./receptor-draft.ts";

type From = "file" | "paste";

/** Where the structure comes from: a file or the clipboard. */
export function StructureSourceStep({ onReady }: { onReady: (source: StructureSource) => void }) {
  const t = useTranslations("receptors.source");
  const [from, setFrom] = useState<From>("file");
  return (
    <Tabs<From>
      label={t("label")}
      value={from}
      onChange={setFrom}
      className="max-w-4xl"
      tabs={[
        { id: "file", label: t("file"), content: <FromFile onReady={onReady} /> },
        { id: "paste", label: t("paste"), content: <FromText onReady={onReady} /> },
      ]}
    />
  );
}

const endings = [".pdb", ".ent", ".cif", ".mmcif", ".pdbqt", ".gz"];

function FromFile({ onReady }: { onReady: (source: StructureSource) => void }) {
  const t = useTranslations("receptors.source");
  return (
    <FileStep
      label={t("drop")}
      chooseLabel={t("choose")}
      help={t("formats")}
      accept={endings}
      onReady={({ uploadId }, { name }) => onReady({ key: uploadId, fileName: name, uploadId })}
    />
  );
}

const kinds = ["auto", "pdb", "cif", "pdbqt"] as const;
type Kind = (typeof kinds)[number];

function FromText({ onReady }: { onReady: (source: StructureSource) => void }) {
  const t = useTranslations("receptors.source");
  const [text, setText] = useState("");
  const [kind, setKind] = useState<Kind>("auto");
  const read = () => {
    const fileName = kind === "auto" ? pastedName(text) : `pasted.${kind}`;
    onReady({ key: `${fileName} ${text.length} ${Date.now()}`, fileName, text });
  };
  return (
    <div className="flex flex-col gap-3">
      <TextField label={t("text")} rows={12} monospace value={text} onChange={setText} />
      <div className="flex items-end gap-3">
        <Select<Kind>
          label={t("kind")}
          value={kind}
          onChange={setKind}
          options={kinds.map((id) => ({ id, label: t(`kinds.${id}`) }))}
          className="w-44"
        />
        <Button look="primary" isDisabled={text.trim() === ""} onPress={read}>
          {t("read")}
        </Button>
      </div>
    </div>
  );
}
