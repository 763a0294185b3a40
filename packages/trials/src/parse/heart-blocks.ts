import type { LexiconRow } from "./language.ts";
import { condition, either, type Named } from "./lexicon-rows.ts";

const second: Named = ["MONDO:0000467", "second-degree atrioventricular block", "二度房室传导阻滞"];
const third: Named = ["MONDO:0000468", "third-degree atrioventricular block", "三度房室传导阻滞"];
const mobitzTwo: Named = ["MONDO:0001261", "Mobitz type II atrioventricular block", "默比茨II型房室传导阻滞"];

const englishBlock =
  "{atrioventricular,atrio-ventricular,av,a-v,a v,a/v,heart}{ (av), (a-v),}{ conduction,}{ block,-block}{s,}";
const englishSecond = "{second,2nd,ii,2}{ degree, grade,°,}";
const englishThird = "{third,3rd,iii,3}{ degree, grade,°}";
const secondType = "{type ,mobitz ,mobitz type }{2,ii}";

/** Degrees of block between atria and ventricles said of one noun ("second or third degree AV block"). */
export const englishHeartBlocks: readonly LexiconRow[] = [
  either(
    `${englishSecond}{ or , and , and/or , to ,/,-, - ,-or }${englishThird} ${englishBlock}|{second,2nd,ii} degree or {higher,greater,above,more} ${englishBlock}|{second,2nd} degree ${englishBlock} or {higher,greater,above}|${englishBlock}{ of,,} {grade ,degree ,}{ii,2,second,2nd}{ or ,/,-, to , and }{iii,3,third,3rd}{ degree,}|high{ grade, degree} ${englishBlock}|advanced ${englishBlock}`,
    second,
    third,
  ),
  either(
    `{second,2nd}{ degree,} {(,}${secondType}{),} {or,and,and/or} ${englishThird} ${englishBlock}|mobitz {type ,}{2,ii}{ second degree,} {or,and,and/or} ${englishThird} ${englishBlock}`,
    mobitzTwo,
    third,
  ),
];

const hanBlock = "{房室,房室传导,心脏,心脏传导,房室结}{传导,}阻滞";
const hanSecond = "{二,ⅱ,ii,2,il}";
const hanThird = "{三,ⅲ,iii,3}";

export const chineseHeartBlocks: readonly LexiconRow[] = [
  either(
    `${hanSecond}{度,}{或,、,及,和,/,-,~,至,,}${hanThird}度{的,}${hanBlock}|${hanSecond}度{及,或,及其,}{以上,更高,更高度}{的,}${hanBlock}|${hanSecond}度${hanBlock}{及,或,}以上|≥${hanSecond}度{的,}${hanBlock}|高度${hanBlock}`,
    second,
    third,
  ),
  either(
    `${hanSecond}度{莫氏,}${hanSecond}型{房室传导阻滞,}{或,、,及,和,/}${hanThird}度{的,}${hanBlock}|莫氏${hanSecond}型{或,、,及,和,/}${hanThird}度{的,}${hanBlock}`,
    mobitzTwo,
    third,
  ),
  condition(`${hanThird}度{的,}${hanBlock}`, ...third),
  condition(`${hanSecond}度{的,}${hanBlock}`, ...second),
  condition(`${hanSecond}度{莫氏,}${hanSecond}型{的,}${hanBlock}`, ...mobitzTwo),
];
