"use client";

import { Button, TextField } from "@qinghao/ui";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc/client.ts";
import { FailureState } from "../../trpc/failure-state.tsx";
import type { ImportSource } from "./import-source.ts";

export function PasteSource({ onReady }: { onReady: (source: ImportSource) => void }) {
  const t = useTranslations("import");
  const trpc = useTRPC();
  const [text, setText] = useState("");
  const preview = useMutation(
    trpc.imports.preview.mutationOptions({ onSuccess: (found) => onReady({ kind: "text", text, preview: found }) }),
  );
  return (
    <div className="flex flex-col gap-3">
      <TextField
        label={t("pasteLabel")}
        description={t("pasteHelp")}
        value={text}
        onChange={setText}
        rows={10}
        monospace
        placeholder={"CC(=O)Oc1ccccc1C(=O)O aspirin\nCn1cnc2c1c(=O)n(C)c(=O)n2C caffeine"}
      />
      <div>
        <Button
          look="primary"
          isDisabled={text.trim() === ""}
          isPending={preview.isPending}
          onPress={() => preview.mutate({ text })}
        >
          {t("look")}
        </Button>
      </div>
      {preview.isError && <FailureState error={preview.error} />}
    </div>
  );
}
