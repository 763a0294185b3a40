import type { LexiconRow } from "../language.ts";
import { fasting, intent, plan } from "../lexicon-rows.ts";

const both =
  "新辅助{和,或,及,/,、,和/或,与,或者}{术后,}辅助|辅助{和,或,及,/,、,和/或,与,或者}新辅助|(新)辅助|新/辅助|{术前新辅助和术后辅助,术前新辅助或术后辅助}";
const neoadjuvant = "{术前,}新辅助";
const adjuvant = "{术后,}辅助";
const treatment = (words: string): string =>
  words
    .split("|")
    .map((one) => `${one}{性,}{系统,全身,抗肿瘤,}治疗`)
    .join("|");

/** What is said of a treatment or a sample besides its name. */
export const circumstances: readonly LexiconRow[] = [
  intent(treatment(both), ["neoadjuvant", "adjuvant"], true),
  intent(treatment(neoadjuvant), ["neoadjuvant"], true),
  intent(treatment(adjuvant), ["adjuvant"], true),
  intent(both, ["neoadjuvant", "adjuvant"]),
  intent(neoadjuvant, ["neoadjuvant"]),
  intent(adjuvant, ["adjuvant"]),
  intent("姑息{性,}{的,}|以姑息为目的的", ["palliative"]),
  fasting(
    "空腹{状态,状态下,时,条件下,情况下,下,后,至少8小时后,8小时后,过夜后,}|空腹血脂{水平,指标,检查,}{符合,满足,}",
    true,
  ),
  fasting("非空腹{状态,状态下,时,}", false),
  plan(
    "{已,}{拟,计划,预计,准备,打算,将,将要,预约,已预约,等待,待,预期,需}{择期,限期,近期,于近期,}{在全麻下,全麻下,}{行,接受,进行,实施,施行,做}|{等待,预约}|{拟,计划}{择期,限期}{行,}|{安排,已安排}{行,接受,进行}",
  ),
  plan("择期{行,接受,进行,}|限期{行,接受,进行,}", true),
];
