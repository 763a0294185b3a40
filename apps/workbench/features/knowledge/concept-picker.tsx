"use client";

import type { ConceptRef } from "@qinghao/api/schema";
import { ConceptPicker as Picker } from "../../concepts/concept-picker.tsx";
import { KindMark } from "./kind-mark.tsx";
import { useInProject } from "./knowledge-scope.tsx";

/** A search box that hands over the concept chosen from it, of any kind and of the open project's own. */
export function ConceptPicker({ label, onPick }: { label: string; onPick: (concept: ConceptRef) => void }) {
  return <Picker label={label} onPick={onPick} mark={({ kind }) => <KindMark kind={kind} />} {...useInProject()} />;
}
