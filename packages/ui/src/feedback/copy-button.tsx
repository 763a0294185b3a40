"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "../controls/button.tsx";
import { IconButton } from "../controls/icon-button.tsx";
import { useUiText } from "../ui-locale.ts";

export type CopyButtonProps = {
  text: string;
  /** What is copied, such as "Copy SMILES". */
  label?: string;
  look?: "icon" | "button";
};

export function CopyButton({ text, label, look = "icon" }: CopyButtonProps) {
  const words = useUiText();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 1500);
  };
  const name = isCopied ? words.copied : (label ?? words.copy);
  const icon = isCopied ? <Check aria-hidden size={14} className="text-accent" /> : <Copy aria-hidden size={14} />;
  return look === "icon" ? (
    <IconButton size="small" label={name} icon={icon} onPress={copy} />
  ) : (
    <Button size="small" look="quiet" icon={icon} onPress={copy}>
      {name}
    </Button>
  );
}
