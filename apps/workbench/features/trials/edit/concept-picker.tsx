"use client";

import type { RouterInputs } from "@qinghao/api/client";
import type { ConceptRef } from "@qinghao/trials/schema";
import { ConceptPicker as Picker } from "../../../concepts/concept-picker.tsx";

export type ConceptKinds = NonNullable<RouterInputs["knowledge"]["search"]["kinds"]>;

/** A search in the knowledge that hands over the concept chosen from it, as criteria name concepts. */
export function ConceptPicker({
  label,
  kinds,
  onPick,
}: {
  label: string;
  kinds: ConceptKinds;
  onPick: (concept: ConceptRef) => void;
}) {
  return (
    <Picker
      label={label}
      hideLabel
      kinds={kinds}
      onPick={({ id, name }) =>
        onPick({ id, ...(name.en === null ? {} : { en: name.en }), ...(name.zh === null ? {} : { zh: name.zh }) })
      }
    />
  );
}
