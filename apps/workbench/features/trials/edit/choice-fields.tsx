"use client";

import { Checkbox, Select, TextField } from "@qinghao/ui";
import { useState } from "react";

type Choice<Id extends string> = { id: Id; label: string };

/** One of a few. */
export function ChoiceField<Id extends string>(props: {
  label: string;
  options: readonly Choice<Id>[];
  value: Id;
  onChange: (id: Id) => void;
}) {
  return <Select {...props} className="w-56" />;
}

/** Some of a few, at least one. */
export function ManyField<Id extends string>({
  label,
  options,
  value,
  onChange,
}: {
  label: string;
  options: readonly Choice<Id>[];
  value: readonly Id[];
  onChange: (ids: Id[]) => void;
}) {
  const isLast = (id: Id) => value.length === 1 && value[0] === id;
  return <Checkboxes label={label} options={options} value={value} isFixed={isLast} onChange={onChange} />;
}

/** Some of a few; undefined where there is none. */
export function SomeField<Id extends string>({
  value = [],
  onChange,
  ...rest
}: {
  label: string;
  options: readonly Choice<Id>[];
  value: readonly Id[] | undefined;
  onChange: (ids: [Id, ...Id[]] | undefined) => void;
}) {
  const chosen = ([first, ...others]: Id[]) => onChange(first === undefined ? undefined : [first, ...others]);
  return <Checkboxes {...rest} value={value} onChange={chosen} />;
}

function Checkboxes<Id extends string>({
  label,
  options,
  value,
  isFixed,
  onChange,
}: {
  label: string;
  options: readonly Choice<Id>[];
  value: readonly Id[];
  isFixed?: (id: Id) => boolean;
  onChange: (ids: Id[]) => void;
}) {
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="pb-1 text-xs font-medium text-ink-2">{label}</legend>
      <div className="flex flex-wrap gap-4">
        {options.map(({ id, label: name }) => (
          <Checkbox
            key={id}
            isSelected={value.includes(id)}
            isDisabled={isFixed?.(id) ?? false}
            onChange={(isIn) =>
              onChange(options.map((one) => one.id).filter((one) => (one === id ? isIn : value.includes(one))))
            }
          >
            {name}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}

/** Words with commas between them; undefined where there is none. */
export function ListField({
  label,
  description,
  value,
  onChange,
}: {
  label: string;
  description?: string;
  value: readonly string[] | undefined;
  onChange: (words: string[] | undefined) => void;
}) {
  const [text, setText] = useState((value ?? []).join(", "));
  return (
    <TextField
      label={label}
      description={description}
      value={text}
      onChange={(next) => {
        setText(next);
        const words = next.split(/[,，、]/).map((word) => word.trim());
        const filled = words.filter((word) => word !== "");
        onChange(filled.length === 0 ? undefined : filled);
      }}
    />
  );
}
