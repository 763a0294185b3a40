import type { Language } from "../schema.ts";
import { type Tokens, tokenize } from "./tokens.ts";

const list = (words: string) => words.trim().split(/\s+/);

/** Salts, esters and hydrates as they stand after (or before) an English drug name. */
const englishSalts = list(`
  hydrochloride hcl dihydrochloride monohydrochloride hydrobromide hbr dihydrobromide sulfate sulphate bisulfate hydrogensulfate
  phosphate diphosphate acetate diacetate citrate tartrate bitartrate ditartrate maleate dimaleate fumarate hemifumarate
  succinate hemisuccinate mesylate mesilate dimesylate tosylate ditosylate besylate besilate nitrate dinitrate lactate
  malate gluconate sodium disodium potassium dipotassium calcium magnesium zinc monohydrate dihydrate trihydrate hemihydrate anhydrous
  hydrate bromide chloride iodide palmitate pamoate embonate valerate propionate dipropionate furoate decanoate enanthate
  cypionate pivalate xinafoate trometamol tromethamine meglumine lysine arginine olamine erbumine medoxomil axetil proxetil
  pivoxil cilexetil etexilate mofetil alafenamide disoproxil ditosilate camsylate esylate napsylate
  aspartate oxalate salicylate stearate isethionate bicarbonate carbonate oxide hydroxide`);

/** Pharmaceutical forms, routes, releases and strengths that surround an English drug name. */
const englishForms = list(`
  tablet tab capsule cap injection injectable infusion solution suspension oral cream ointment gel lotion patch spray inhaler
  inhalation powder syrup drop eye nasal ophthalmic topical transdermal intravenous iv intramuscular im subcutaneous sc
  po intravitreal intrathecal intranasal vaginal rectal suppository implant pellet granule emulsion liposome liposomal
  pegylated nab albumin bound nanoparticle sustained extended immediate delayed controlled modified release sr er xr ir cr la
  depot hfa dpi mdi film coated chewable dispersible orodispersible lozenge enema foam shampoo drug therapy treatment
  administration dose monotherapy recombinant human humanized for single agent chemotherapy mg mcg ml g iu unit percent low high
  mg ug day daily qd bid tid once twice weekly qw generic brand vial ampoule pen prefilled syringe formulation
  regimen adjunctive add adjuvant maintenance concentrate plus active comparator`);

const chineseSalts = list(`
  盐酸 氢溴酸 硫酸 磷酸 醋酸 枸橼酸 柠檬酸 酒石酸 马来酸 富马酸 琥珀酸 甲磺酸 甲苯磺酸 对甲苯磺酸 苯磺酸 硝酸 乳酸
  苹果酸 葡萄糖酸 棕榈酸 丙酸 丁酸 戊酸 糠酸 门冬氨酸 重酒石酸 门冬酰胺酸 双羟萘酸 二甲磺酸 羟乙磺酸 注射用 复方 重组人
  重组 脂质体 白蛋白结合型 紫杉醇白蛋白 国产 进口 单硝酸`).filter(
  (word) => !["紫杉醇白蛋白", "单硝酸", "复方"].includes(word),
);

const chineseForms = list(`
  注射液 注射剂 注射用 粉针剂 粉针 冻干粉针 片剂 片 胶囊 软胶囊 胶囊剂 颗粒 颗粒剂 缓释片 控释片 肠溶片 分散片 咀嚼片 泡腾片
  口崩片 口腔崩解片 薄膜衣片 缓释胶囊 肠溶胶囊 滴丸 丸 口服液 口服溶液 口服混悬液 混悬液 糖浆 滴眼液 眼膏 滴鼻液 滴耳液 喷雾剂 鼻喷雾剂
  气雾剂 吸入剂 吸入气雾剂 吸入粉雾剂 粉吸入剂 粉雾剂 雾化溶液 雾化吸入溶液 吸入用混悬液 吸入溶液 乳膏 软膏 凝胶 贴剂 透皮贴剂 贴片
  栓 栓剂 洗剂 搽剂 散 溶液 肠溶微丸 干混悬剂 脂肪乳 脂肪乳注射液 乳状注射液 葡萄糖注射液 氯化钠注射液 预充式 预灌封 笔芯
  缓释 控释 钠 钾 钙 镁 钠盐 脂质体 水合物 一水合物 二水合物`);

const byForms = (phrases: readonly string[]) =>
  phrases.map((phrase) => tokenize(phrase).forms).sort((a, b) => b.length - a.length);

const englishSaltForms = new Set(englishSalts.map((word) => tokenize(word).forms.join("")));
const englishFormForms = new Set(englishForms.map((word) => tokenize(word).forms.join("")));
const chinesePrefixes = byForms(chineseSalts);
const chineseSuffixes = byForms(chineseForms);

export const isEnglishSalt = (form: string): boolean => englishSaltForms.has(form);
export const isEnglishDrugForm = (form: string): boolean => englishFormForms.has(form);

/** Of a name only whole words are taken off: the IV of "Factor IV" and the G of "Vitamin G" are no form. */
const isLongDrugForm = (form: string): boolean => form.length > 3 && isEnglishDrugForm(form);

/** How many tokens from `at` on spell a salt or preparation before a Chinese drug name; 0 when none. */
export function chineseSaltAt({ forms }: Tokens, at: number): number {
  return chinesePrefixes.find((phrase) => phrase.every((form, k) => forms[at + k] === form))?.length ?? 0;
}

/** How many tokens before `end` spell a salt or pharmaceutical form after a Chinese drug name; 0 when none. */
export function chineseFormBefore({ forms }: Tokens, end: number): number {
  return (
    chineseSuffixes.find(
      (phrase) => phrase.length <= end && phrase.every((form, k) => forms[end - phrase.length + k] === form),
    )?.length ?? 0
  );
}

/** How many tokens from `at` on spell a pharmaceutical form after a Chinese drug name; 0 when none. */
export function chineseFormAt({ forms }: Tokens, at: number): number {
  return chineseSuffixes.find((phrase) => phrase.every((form, k) => forms[at + k] === form))?.length ?? 0;
}

/** The tokens of a drug name without salt and form, or null when nothing was taken off or too little stays. */
export function withoutDrugForm(tokens: Tokens, language: Language): Tokens | null {
  let from = 0;
  let to = tokens.forms.length;
  if (language === "en") {
    while (to > 1 && (isEnglishSalt(tokens.forms[to - 1]!) || isLongDrugForm(tokens.forms[to - 1]!))) to--;
    if (to === 1 && (tokens.forms[0]!.length < 4 || isEnglishSalt(tokens.forms[0]!))) return null;
  } else {
    for (let used = chineseSaltAt(tokens, from); used > 0; used = chineseSaltAt(tokens, from)) from += used;
    for (let used = chineseFormBefore(tokens, to); used > 0 && to - used > from; used = chineseFormBefore(tokens, to))
      to -= used;
    if (to - from < 2) return null;
  }
  if (from === 0 && to === tokens.forms.length) return null;
  return sliceTokens(tokens, from, to);
}

/** Tokens `from` to `to`, the text kept. */
export function sliceTokens(tokens: Tokens, from: number, to: number): Tokens {
  return {
    text: tokens.text,
    forms: tokens.forms.slice(from, to),
    starts: tokens.starts.slice(from, to),
    ends: tokens.ends.slice(from, to),
    kinds: tokens.kinds.slice(from, to),
  };
}
