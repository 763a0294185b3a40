import { treatmentNamed, treatmentNames } from "../../terminology/treatments.ts";
import type { LexiconRow } from "../language.ts";
import { chemoradiotherapy, groupMark } from "../lexicon-rows.ts";

/** Words that protocols put before and behind the name of a group without changing it. */
const before = ["", "全身", "全身性", "系统", "系统性", "其他", "其它"];
const behind = ["", "治疗", "药物", "药", "类药物", "制剂", "类药"];

/** "激素" alone means corticosteroids in criteria; hormones of endocrine therapy are named so. */
const steroidWords = "{全身,全身性,系统,系统性,口服,静脉,}{类固醇,皮质类固醇,皮质,}激素{类药物,类,药物,}|皮质激素";

/** Groups of treatments under their Chinese names and the abbreviations that Chinese text keeps. */
export const treatmentGroups: readonly LexiconRow[] = [
  [steroidWords, groupMark(treatmentNamed("糖皮质激素")!)],
  chemoradiotherapy("{同步,同期,序贯,根治性,根治性同步,}{放化疗,化放疗,放射化学治疗,放疗化疗}{治疗,}"),
  ...treatmentNames.flatMap((name): LexiconRow[] => {
    const value = groupMark(treatmentNamed(name)!);
    if (!/\p{Script=Han}/u.test(name)) return /^[a-z0-9 /()-]{3,}$/.test(name) ? [[name, value]] : [];
    const phrases = before.flatMap((head) => behind.map((tail) => head + name + tail));
    return [[phrases.join("|"), value]];
  }),
];
