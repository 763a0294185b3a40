"use client";

import { Rows2, Rows3, Rows4 } from "lucide-react";
import { Segmented } from "../controls/segmented.tsx";
import { useUiText } from "../ui-locale.ts";
import type { RowHeight } from "./column.ts";

export function RowHeightSwitch({ value, onChange }: { value: RowHeight; onChange: (height: RowHeight) => void }) {
  const text = useUiText();
  return (
    <Segmented
      label={text.rowHeight}
      value={String(value)}
      onChange={(id) => onChange(Number(id) as RowHeight)}
      options={[
        { id: "36", label: text.rowSmall, icon: <Rows4 aria-hidden size={16} /> },
        { id: "56", label: text.rowMedium, icon: <Rows3 aria-hidden size={16} /> },
        { id: "88", label: text.rowLarge, icon: <Rows2 aria-hidden size={16} /> },
      ]}
    />
  );
}
