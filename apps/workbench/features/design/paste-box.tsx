"use client";

import type { WireError } from "@qinghao/kernel";
import { Button, TextField, useUiLocale } from "@qinghao/ui";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";

export type PasteBoxProps = {
  readonly error: WireError | null;
  readonly onLoad: (text: string) => Promise<boolean>;
  readonly onExample: () => void;
};

/** Puts a pasted SMILES or molblock into the editor. */
export function PasteBox({ error, onLoad, onExample }: PasteBoxProps) {
  const t = useTranslations("design");
  const locale = useUiLocale();
  const [text, setText] = useState("");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== "" && (await onLoad(text.trim()))) setText("");
  };
  return (
    <form onSubmit={submit} className="flex items-start gap-2">
      <TextField
        label={t("paste.label")}
        hideLabel
        placeholder={t("paste.placeholder")}
        value={text}
        onChange={setText}
        error={error?.message[locale]}
        monospace
        className="min-w-0 flex-1"
      />
      <Button type="submit" isDisabled={text.trim() === ""}>
        {t("paste.action")}
      </Button>
      <Button look="quiet" onPress={onExample}>
        {t("paste.example")}
      </Button>
    </form>
  );
}
