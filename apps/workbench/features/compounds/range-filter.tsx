"use client";

import { Button, NumberField, Select } from "@qinghao/ui";
import { SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import type { ColumnRange, RangeColumnId } from "../../compound-filter/table-state.ts";
import type { RangeColumn } from "./columns.tsx";

export type RangeFilterProps = {
  readonly columns: readonly RangeColumn[];
  readonly onAdd: (range: ColumnRange) => void;
};

/** Adds a numeric range to the filter. */
export function RangeFilter({ columns, onAdd }: RangeFilterProps) {
  const t = useTranslations("compounds.range");
  return (
    <DialogTrigger>
      <Button icon={<SlidersHorizontal aria-hidden size={14} />}>{t("open")}</Button>
      <Popover offset={4} className="overlay-motion z-50 w-80 rounded-md bg-raised p-4 shadow-overlay outline-none">
        <Dialog aria-label={t("open")} className="outline-none">
          {({ close }) => (
            <RangeForm
              columns={columns}
              onAdd={(range) => {
                onAdd(range);
                close();
              }}
            />
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function RangeForm({ columns, onAdd }: RangeFilterProps) {
  const t = useTranslations("compounds.range");
  const [column, setColumn] = useState<RangeColumnId>(columns[0]?.id ?? "mw");
  const [min, setMin] = useState(Number.NaN);
  const [max, setMax] = useState(Number.NaN);
  const isReversed = min > max;
  const isEmpty = Number.isNaN(min) && Number.isNaN(max);
  const [isAsked, setAsked] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (isReversed || isEmpty) return;
    onAdd({ column, ...(Number.isNaN(min) ? {} : { min }), ...(Number.isNaN(max) ? {} : { max }) });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <Select
        label={t("column")}
        value={column}
        onChange={setColumn}
        options={columns.map(({ id, name, unit }) => ({ id, label: unit === null ? name : `${name} (${unit})` }))}
      />
      <div className="grid grid-cols-2 gap-3">
        <NumberField label={t("from")} value={min} onChange={setMin} steppers={false} autoFocus />
        <NumberField
          label={t("to")}
          value={max}
          onChange={setMax}
          steppers={false}
          {...(isReversed ? { error: t("reversed") } : isAsked && isEmpty ? { error: t("empty") } : {})}
        />
      </div>
      <Button type="submit" look="primary" className="self-end">
        {t("add")}
      </Button>
    </form>
  );
}
