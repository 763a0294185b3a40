import type { ClinicalGrade } from "@qinghao/clinical";
import { membersOfSet } from "../../evaluate/concept-members.ts";
import { compileEventLeaf } from "../../evaluate/event-leaf.ts";
import type { PreparedRecord } from "../../evaluate/prepared-record.ts";
import type { Terminology } from "../../terminology.ts";
import type { CompiledLeaf } from "../define-criterion.ts";

/** Ascites and hepatic encephalopathy as diagnoses. */
export const ascitesSet = { of: [{ id: "HP:0001541", en: "ascites", zh: "腹水" }] };
export const encephalopathySet = {
  of: [
    { id: "HP:0002480", en: "hepatic encephalopathy", zh: "肝性脑病" },
    { id: "MONDO:0001711", en: "hepatic encephalopathy", zh: "肝性脑病" },
  ],
};

/** The two signs of the Child-Pugh score that no laboratory measures, ready to be read from records. */
export type ChildPughSigns = { readonly ascites: CompiledLeaf; readonly encephalopathy: CompiledLeaf };

export const compileSigns = (terminology: Terminology): ChildPughSigns => ({
  ascites: current(ascitesSet, terminology),
  encephalopathy: current(encephalopathySet, terminology),
});

const current = (set: typeof ascitesSet, terminology: Terminology): CompiledLeaf =>
  compileEventLeaf({ kind: "condition", members: membersOfSet(set, terminology), isCurrent: true });

/** A diagnosis says that the sign is there, not how much of it; silence says nothing. */
export function gradeOfSign(sign: CompiledLeaf, record: PreparedRecord): ClinicalGrade {
  const { truth } = sign.judge(record);
  return truth === "true" ? "present" : truth === "false" ? "none" : "unknown";
}
