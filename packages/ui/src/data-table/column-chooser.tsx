"use client";

import { Columns3 } from "lucide-react";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import { Button } from "../controls/button.tsx";
import { Checkbox } from "../controls/checkbox.tsx";
import { popoverClass } from "../controls/option-list.tsx";
import { useUiText } from "../ui-locale.ts";

export type ColumnChooserProps = {
  columns: readonly { id: string; name: string; isHideable?: boolean }[];
  hidden: ReadonlySet<string>;
  onChange: (hidden: ReadonlySet<string>) => void;
};

/** Which columns a table shows. */
export function ColumnChooser({ columns, hidden, onChange }: ColumnChooserProps) {
  const text = useUiText();
  return (
    <DialogTrigger>
      <Button icon={<Columns3 aria-hidden size={16} />}>{text.columns}</Button>
      <Popover offset={4} placement="bottom end" className={popoverClass}>
        <Dialog aria-label={text.columns} className="flex min-w-48 flex-col gap-1 p-2 outline-none">
          {columns.map((column) => (
            <Checkbox
              key={column.id}
              isSelected={!hidden.has(column.id)}
              isDisabled={column.isHideable === false}
              onChange={(isShown) => {
                const next = new Set(hidden);
                if (isShown) next.delete(column.id);
                else next.add(column.id);
                onChange(next);
              }}
            >
              {column.name}
            </Checkbox>
          ))}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
