"use client";

import type { Count, Offset, Range, Window } from "@qinghao/trials/schema";
import { Checkbox, NumberField, Select, Switch } from "@qinghao/ui";
import { useTranslations } from "next-intl";
import { patched } from "./patched.ts";

const timeUnits = ["hour", "day", "week", "month", "year"] as const;
const plain = { maximumFractionDigits: 6, useGrouping: false } as const;
const asNumber = (value: number) => (Number.isNaN(value) ? undefined : value);

/** From and to, each with or without its bound. */
export function RangeFields({ value, onChange }: { value: Range; onChange: (range: Range) => void }) {
  const t = useTranslations("trials.edit");
  return (
    <div className="flex flex-wrap gap-3">
      {(["min", "max"] as const).map((side) => {
        const exclusive = side === "min" ? ("minExclusive" as const) : ("maxExclusive" as const);
        return (
          <div key={side} className="flex w-36 flex-col gap-1">
            <NumberField
              label={t(side)}
              value={value[side] ?? Number.NaN}
              onChange={(next) => onChange(patched(value, { [side]: asNumber(next) }))}
              steppers={false}
              formatOptions={plain}
            />
            <Checkbox
              isSelected={value[exclusive] === true}
              onChange={(isOut) => onChange(patched(value, { [exclusive]: isOut ? true : undefined }))}
            >
              <span className="text-xs text-ink-2">{t(exclusive)}</span>
            </Checkbox>
          </div>
        );
      })}
    </div>
  );
}

/** A stretch of time around the index date. */
export function WindowFields({
  value,
  onChange,
}: {
  value: Window | undefined;
  onChange: (window: Window | undefined) => void;
}) {
  const t = useTranslations("trials.edit");
  const isOn = value !== undefined;
  return (
    <div className="flex flex-col gap-2">
      <Switch
        isSelected={isOn}
        onChange={(on) =>
          onChange(on ? { from: { value: -28, unit: "day" }, to: { value: 0, unit: "day" } } : undefined)
        }
      >
        {t("inWindow")}
      </Switch>
      {value !== undefined && (
        <div className="flex flex-wrap items-end gap-3 pl-9">
          <OffsetFields
            label={t("windowFrom")}
            value={value.from}
            onChange={(from) => onChange(patched(value, { from }))}
          />
          <OffsetFields label={t("windowTo")} value={value.to} onChange={(to) => onChange(patched(value, { to }))} />
          <Select
            label={t("windowPart")}
            value={value.part ?? "usual"}
            onChange={(part) => onChange(patched(value, { part: part === "usual" ? undefined : part }))}
            options={(["usual", "start", "end", "overlap"] as const).map((id) => ({ id, label: t(`part.${id}`) }))}
            className="w-44"
          />
        </div>
      )}
    </div>
  );
}

/** A signed distance in time; empty where the side is open. */
export function OffsetFields({
  label,
  value,
  onChange,
}: {
  label: string;
  value: Offset | undefined;
  onChange: (offset: Offset | undefined) => void;
}) {
  const t = useTranslations("trials.edit");
  return (
    <div className="flex items-end gap-1">
      <NumberField
        label={label}
        value={value?.value ?? Number.NaN}
        onChange={(next) => onChange(Number.isNaN(next) ? undefined : { value: next, unit: value?.unit ?? "day" })}
        steppers={false}
        formatOptions={plain}
        className="w-28"
      />
      <Select
        label={t("unitOf", { label })}
        hideLabel
        value={value?.unit ?? "day"}
        onChange={(unit) => onChange({ value: value?.value ?? 0, unit })}
        options={timeUnits.map((id) => ({ id, label: t(`timeUnit.${id}`) }))}
        className="w-24"
      />
    </div>
  );
}

/** How many events are asked for. */
export function CountFields({
  value,
  onChange,
}: {
  value: Count | undefined;
  onChange: (count: Count | undefined) => void;
}) {
  const t = useTranslations("trials.edit");
  return (
    <div className="flex flex-col gap-2">
      <Switch isSelected={value !== undefined} onChange={(on) => onChange(on ? { min: 2 } : undefined)}>
        {t("counted")}
      </Switch>
      {value !== undefined && (
        <div className="flex flex-wrap items-end gap-3 pl-9">
          {(["min", "max"] as const).map((side) => (
            <NumberField
              key={side}
              label={t(side)}
              value={value[side] ?? Number.NaN}
              onChange={(next) => onChange(patched(value, { [side]: asNumber(next) }))}
              minValue={0}
              className="w-28"
            />
          ))}
          <Select
            label={t("distinct")}
            value={value.distinct ?? "event"}
            onChange={(distinct) => onChange(patched(value, { distinct: distinct === "event" ? undefined : distinct }))}
            options={(["event", "day"] as const).map((id) => ({ id, label: t(`distinctBy.${id}`) }))}
            className="w-36"
          />
        </div>
      )}
    </div>
  );
}
