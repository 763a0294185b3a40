"use client";

import { Upload } from "lucide-react";
import { DropZone } from "react-aria-components/DropZone";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { Text } from "react-aria-components/Text";
import { classNames } from "../class-names.ts";
import { Button } from "./button.tsx";

export type FileDropProps = {
  /** What may be dropped. */
  readonly label: string;
  /** The deed of the button that opens the picker. */
  readonly chooseLabel: string;
  /** Kinds and sizes of files. */
  readonly help?: string;
  /** Endings that the picker offers, such as `.sdf`. */
  readonly accept: readonly string[];
  readonly onFile: (file: File) => void;
  readonly isDisabled?: boolean;
  /** `compact` for a place inside a form. */
  readonly size?: "usual" | "compact";
};

/** A place to drop a file on, with a button that opens the picker. */
export function FileDrop(props: FileDropProps) {
  const { label, chooseLabel, help, accept, onFile, isDisabled = false, size = "usual" } = props;
  const isCompact = size === "compact";
  return (
    <DropZone
      aria-label={label}
      isDisabled={isDisabled}
      getDropOperation={() => "copy"}
      onDrop={async (event) => {
        for (const item of event.items) if (item.kind === "file") return onFile(await item.getFile());
      }}
      className={classNames(
        "flex flex-col items-center justify-center rounded-md border border-dashed border-line-strong text-center transition-colors",
        "data-drop-target:border-accent data-drop-target:bg-accent-soft",
        isCompact ? "gap-2 px-4 py-4" : "gap-3 px-6 py-14",
      )}
    >
      {!isCompact && <Upload aria-hidden size={24} strokeWidth={1.5} className="text-ink-3" />}
      <Text slot="label" className={isCompact ? "text-sm text-ink-2" : "text-base font-medium text-ink"}>
        {label}
      </Text>
      <FileTrigger acceptedFileTypes={[...accept]} onSelect={(files) => files?.[0] !== undefined && onFile(files[0])}>
        <Button look={isCompact ? "secondary" : "primary"} isPending={isDisabled}>
          {chooseLabel}
        </Button>
      </FileTrigger>
      {help !== undefined && <p className="max-w-lg text-sm text-ink-3">{help}</p>}
    </DropZone>
  );
}
