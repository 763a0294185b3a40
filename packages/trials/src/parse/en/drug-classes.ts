import type { LexiconRow } from "../language.ts";

const drugClass = (phrases: string, id: string, en: string, zh: string): LexiconRow => [
  phrases,
  { type: "concept", ref: { id, en, zh }, kind: "drug-class", qualifiers: [] },
];
/** Classes of drugs that the knowledge pack names otherwise; groups are in terminology/treatment-groups.ts. */
const against = (target: string): string =>
  `anti ${target}{ antibod{y,ies}, therap{y,ies}, treatment, agent{s,}, inhibitor{s,}, monoclonal antibod{y,ies},}|${target} {inhibitor{s,},antibod{y,ies},blocker{s,},blockade}`;

export const drugClasses: readonly LexiconRow[] = [
  drugClass(
    "{monoamine oxidase inhibitor{s,},mao inhibitor{s,},maoi{s,}}{ (maoi), (maois),}",
    "ATC:N06AF",
    "monoamine oxidase inhibitors",
    "单胺氧化酶抑制剂",
  ),
  drugClass(against("pd 1"), "QHCLASS:pd-1-inhibitor", "PD-1 inhibitor", "PD-1抑制剂"),
  drugClass(against("pd l1"), "QHCLASS:pd-l1-inhibitor", "PD-L1 inhibitor", "PD-L1抑制剂"),
  drugClass(against("ctla 4"), "QHCLASS:ctla-4-inhibitor", "CTLA-4 inhibitor", "CTLA-4抑制剂"),
];
