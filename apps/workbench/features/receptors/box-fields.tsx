"use client";

import { NumberField } from "@qinghao/ui";
import { useTranslations } from "next-intl";
import type { Point, SearchBox } from "./receptor-draft.ts";

const axes = ["x", "y", "z"] as const;

/** Centre and sides of a box, Å. */
export function BoxFields({ box, onChange }: { box: SearchBox; onChange: (box: SearchBox) => void }) {
  const t = useTranslations("receptors.site");
  const put = (part: "center" | "size", axis: number) => (value: number) => {
    if (Number.isFinite(value)) onChange({ ...box, [part]: box[part].with(axis, value) as Point });
  };
  return (
    <div className="grid grid-cols-3 gap-2">
      {(["center", "size"] as const).map((part) =>
        axes.map((name, axis) => (
          <NumberField
            key={`${part} ${name}`}
            label={t(part, { axis: name })}
            value={Number(box[part][axis]!.toFixed(2))}
            onChange={put(part, axis)}
            formatOptions={{ maximumFractionDigits: 2 }}
            {...(part === "size" ? { minValue: 4, maxValue: 60 } : {})}
            steppers={false}
          />
        )),
      )}
    </div>
  );
}
