"use client";

import { Button, Dialog, TextField } from "@qinghao/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";

/** Asks who is at the keyboard; decisions and signatures carry the name. */
export function PersonDialog({
  name,
  onClose,
  onName,
}: {
  name: string;
  onClose: () => void;
  onName: (name: string) => void;
}) {
  const t = useTranslations("trials.person");
  const [text, setText] = useState(name);
  const submit = () => {
    if (text.trim() === "") return;
    onName(text.trim());
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t("title")}
      actions={
        <Button look="primary" isDisabled={text.trim() === ""} onPress={submit}>
          {t("use")}
        </Button>
      }
    >
      <TextField
        label={t("name")}
        description={t("help")}
        value={text}
        onChange={setText}
        autoFocus
        onKeyDown={(event) => {
          if (event.key === "Enter") submit();
          else event.continuePropagation();
        }}
      />
    </Dialog>
  );
}
