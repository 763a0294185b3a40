import type { LexiconRow } from "../language.ts";
import { difference, endpoint, outcome } from "../lexicon-rows.ts";

/** Words that relate events and results to each other in time, and grades of harm. */
export const relations: readonly LexiconRow[] = [
  ["{药物,清除,消除,血浆,}半衰期", { type: "half-lives" }],
  [
    "{以,取,}{时间,两者中,}{较,更,}长{者,的,}{为准,时间为准,}{计算,}|以{时间,}较长{者,的}",
    { type: "choice", is: "wider" },
  ],
  [
    "{以,取,}{时间,两者中,}{较,更,}短{者,的,}{为准,时间为准,}{计算,}|以{时间,}较短{者,的}",
    { type: "choice", is: "narrower" },
  ],
  ["期间|过程中", { type: "relation", is: "during" }],
  endpoint("{末次,最后一次,最后1次,最近一次,最近1次}{使用,接受,应用,给予,}", "end", "latest"),
  endpoint("结束|完成|结束时|完成时|停用后|停药后", "end"),
  endpoint("首次{使用,接受,应用}", "start", "first"),
  outcome("疾病进展|肿瘤进展|病情进展|影像学进展", "MESH:D018450", "Disease Progression", "疾病进展"),
  outcome("{疾病,肿瘤,病情,}复发|出现复发|发生复发", "MESH:D012008", "Recurrence", "复发"),
  difference("{较基线,}{升高,上升,增高,增加}{幅度,值,比例,百分比,}", "up"),
  difference("{较基线,}{下降,降低,减少,减轻}{幅度,值,比例,百分比,}", "down"),
  difference("{变化,波动}{幅度,值,比例,率,}", "any"),
  [
    "{毒性,毒副作用,毒性反应,毒副反应,不良反应,不良事件,副作用,副反应,毒性作用,治疗相关不良反应,治疗相关毒性,治疗相关不良事件}",
    { type: "toxicity" },
  ],
  ["恢复{到,至,}|缓解{到,至}|降{低,}{到,至}|{好转,改善}{到,至}", { type: "recovery" }],
  [
    "{nci ,nci-,美国国立癌症研究所,按照,根据,依据,}{ctcae,ctc ae,nci-ctcae,nci ctcae,常见不良事件评价标准,不良事件通用术语标准,常见不良反应术语评定标准}{(ctcae),}{ v,v, v.,v.,版本,}{ ,}{3.0,4.0,4.03,5.0,4,5,}{版,标准,}{评级,评估,分级,}",
    { type: "filler" },
  ],
];
