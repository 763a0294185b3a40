import { type Treatment, treatmentNamed, treatmentNames } from "../../terminology/treatments.ts";
import type { LexiconRow } from "../language.ts";
import { chemoradiotherapy, groupLeaf, groupMark } from "../lexicon-rows.ts";

/** Words that protocols put before and behind the name of a group without changing it. */
const before =
  "{systemic ,oral ,intravenous ,iv ,parenteral ,therapeutic ,full dose ,cytotoxic ,conventional ,cytotoxic systemic ,}";
const carriers =
  "{therap{y,ies},treatment{s,},agent{s,},drug{s,},medication{s,},medicine{s,},regimen{s,},{drug ,}therapy}";
const carrier = / (?:therapy|therapies|treatment|treatments|agent|agents|drug|drugs|medication|medications)$/;
const actors =
  "{antibod{y,ies},agent{s,},inhibitor{s,},monoclonal antibod{y,ies},drug{s,},therap{y,ies},treatment{s,}}";
const naive = "{naive,na\u00efve}";

/** Names that a laboratory measures too: the linker knows both meanings, and read-marks.ts gives theirs the group. */
const measured = new Set(["insulin", "insulins", "erythropoietin", "g csf", "granulocyte colony stimulating factor"]);
/** Drugs that a regimen is named after. */
const inRegimens = ["platinum", "taxane", "anthracycline"];
/** Only these two words make "systemic" a treatment of cancer. */
const systemicTherapy = "systemic therapy";

function phrasesOf(name: string): string[] {
  if (name === systemicTherapy) return ["systemic {therap{y,ies},treatment{s,}}"];
  const stem = name.replace(carrier, "");
  if (stem !== name) return [`${before}${stem} ${carriers}`];
  if (measured.has(name)) return [];
  if (/^(?:anti )?pd /.test(name)) return [name, `${name.replace(/ inhibitors?$/, "")} ${actors}`];
  const singular = name.length > 4 && /[^s]s$/.test(name) && !name.endsWith("sis") ? name.slice(0, -1) : name;
  return [`${before}${singular}{s,}{ ${carriers},}`];
}

const regimenOf = (drug: string): string =>
  `${drug}{s,}{ based, containing,}{ doublet, combination, systemic, cytotoxic,}{ chemotherap{y,ies}, therap{y,ies}, treatment{s,}, regimen{s,}, agent{s,}, drug{s,},}`;

const rowsOf = (phrases: string, group: Treatment): LexiconRow[] => [
  [phrases, groupMark(group)],
  [
    phrases
      .split("|")
      .map((one) => `${one} ${naive}`)
      .join("|"),
    { type: "leaf", tree: { kind: "not", of: { kind: group.kind, concepts: { of: group.of } } }, sharesTime: true },
  ],
];

/** Groups of drugs under their English names. Procedures stand in events.ts. */
export const treatmentGroups: readonly LexiconRow[] = [
  ...inRegimens.flatMap((drug) => rowsOf(regimenOf(drug), treatmentNamed(drug)!)),
  ...treatmentNames.flatMap((name): LexiconRow[] => {
    const group = treatmentNamed(name);
    if (group === null || group.kind === "procedure" || /\p{Script=Han}/u.test(name)) return [];
    const phrases = phrasesOf(name);
    return phrases.length === 0 ? [] : rowsOf(phrases.join("|"), group);
  }),
  [
    `chemo ${naive}|chemonaive|chemotherapeutically ${naive}`,
    { type: "leaf", tree: { kind: "not", of: groupLeaf("chemotherapy") }, sharesTime: true },
  ],
  chemoradiotherapy(
    "{concurrent ,concomitant ,sequential ,definitive ,}{chemoradiotherapy,chemoradiation,chemo radiotherapy,chemo radiation,radiochemotherapy,radio chemotherapy}{ therapy,}",
  ),
];
