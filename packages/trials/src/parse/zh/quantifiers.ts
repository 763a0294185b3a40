import type { LexiconRow } from "../language.ts";
import { quantifier } from "../lexicon-rows.ts";

const demands =
  "{满足,符合,具备,存在,有,伴有,伴,具有,至少满足,至少符合,至少具备,至少有,出现,合并,需满足,须满足,应满足,需符合,须符合,应符合,必须满足,必须符合,}";
const listed = "{以下,下列,下述,如下}{条件,标准,情况,情形,疾病,指标,症状,危险因素,特征,表现,}{中的,之中的,中,的,}";
const counted = "{项,种,条,个,点}{情况,条件,标准,疾病,情形,危险因素,者,即可,}";

/** "以下任意两项", "下列至少2项", "其中两项及以上". */
const atLeast = (words: string, digit: number): LexiconRow => {
  const number = `{${words},${digit}}`;
  const least = `{任意,任何,任,至少,至少任意,≥,>=,}`;
  return quantifier(
    `${demands}${listed}${least}${number}${counted}{及以上,以上,或以上,或更多,或多项,}|${demands}{其中,}{任意,任何,至少}${number}{项,条}{及以上,以上,}|${demands}其中${number}${counted}{及以上,以上,}`,
    digit,
  );
};

/** How many members of a list are asked for. */
export const quantifiers: readonly LexiconRow[] = [
  atLeast("两,二", 2),
  atLeast("三", 3),
  atLeast("四", 4),
  quantifier(
    `${demands}${listed}{任一,任何一,任意一,任意1,任何1,其中一,其中任一,其中任意一,至少一,至少1,≥1,一,1}${counted}{或多项,或以上,及以上,以上,或一项以上,}|${demands}${listed}{之一,任何一种,任意一种,其一}{者,即可,}|${demands}至少{以下,下列,下述}{一,1}${counted}|{以下,下列}任{何,意,}{情况,疾病,条件}|任{意,何,}一{项,种,条}|{满足,符合,具备,具有}其中{一项,之一,至少一项}|{之一,任一}{者,}|至少{满足,符合,具备}{以下,下列}{一,1}${counted}`,
    "any",
  ),
  quantifier(
    "{满足,符合,具备,需满足,须满足,同时满足,同时符合,必须满足,必须符合,均满足,应符合,应满足,需符合,须符合,}{以下,下列,下述,如下}{所有,全部,各项,全部的,所有的,}{条件,标准,要求,指标,各项}|{同时,全部,均}{满足,符合,具备}{以下,下列,}{条件,标准,}",
    "all",
  ),
];
