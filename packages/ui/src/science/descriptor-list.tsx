"use client";

import { formatDecimal } from "../values/format.ts";
import { KeyValue } from "../values/key-value.tsx";
import { useScienceText } from "./science-text.ts";

/** The descriptors shown, by their RDKit names, with decimals. */
export const shownDescriptors = [
  ["amw", 2],
  ["exactmw", 4],
  ["CrippenClogP", 2],
  ["tpsa", 1],
  ["NumHBD", 0],
  ["NumHBA", 0],
  ["NumRotatableBonds", 0],
  ["FractionCSP3", 2],
  ["NumRings", 0],
  ["NumAromaticRings", 0],
  ["NumHeavyAtoms", 0],
  ["NumAtomStereoCenters", 0],
  ["NumUnspecifiedAtomStereoCenters", 0],
  ["CrippenMR", 1],
] as const;
export type ShownDescriptor = (typeof shownDescriptors)[number][0];

/** A molecule's descriptors, each with its unit. */
export function DescriptorList({ values }: { readonly values: Readonly<Record<string, number>> }) {
  const text = useScienceText();
  return (
    <KeyValue
      layout="grid"
      className="!grid-cols-[repeat(auto-fill,minmax(8rem,1fr))]"
      items={shownDescriptors.flatMap(([name, decimals]) => {
        const value = values[name];
        if (value === undefined) return [];
        return [
          {
            key: name,
            label: text.descriptors[name],
            value: <span className="numeric">{formatDecimal(value, decimals)}</span>,
          },
        ];
      })}
    />
  );
}
