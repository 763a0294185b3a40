"use client";

import {
  Button,
  ErrorState,
  FileDrop,
  formatBytes,
  ProgressBar,
  Select,
  Tabs,
  TextField,
  useUiText,
} from "@qinghao/ui";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { FailureState } from "../../trpc/failure-state.tsx";
import { UnreachableError } from "../../trpc/send-file.ts";
import { useUpload } from "../../trpc/use-upload.ts";
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
  const text = useUiText();
  const locale = useLocale();
  const { sending, problem, send, cancel } = useUpload();
  if (sending !== null)
    return (
      <div className="flex flex-col gap-3 rounded-md border p-5">
        <ProgressBar
          label={t("sending", { file: sending.file.name })}
          show="bar"
          progress={{ done: sending.sent, failed: 0, total: sending.file.size, perSecond: null, secondsLeft: null }}
        />
        <div className="flex items-center justify-between gap-3 text-sm text-ink-2">
          <span className="truncate">{t("sending", { file: sending.file.name })}</span>
          <span className="numeric shrink-0">{formatBytes(locale, sending.file.size)}</span>
          <Button size="small" onPress={cancel}>
            {text.cancel}
          </Button>
        </div>
      </div>
    );
  return (
    <div className="flex flex-col gap-3">
      <FileDrop
        label={t("drop")}
        chooseLabel={t("choose")}
        help={t("formats")}
        accept={endings}
        onFile={(file) => void send(file, ({ uploadId }) => onReady({ key: uploadId, fileName: file.name, uploadId }))}
      />
      {problem !== null &&
        (problem.error instanceof UnreachableError ? (
          <ErrorState title={t("broken")} where={problem.file} />
        ) : (
          <FailureState error={problem.error} where={problem.file} />
        ))}
    </div>
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
