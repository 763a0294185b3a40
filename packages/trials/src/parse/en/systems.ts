import type { Rule } from "../language.ts";
import type { Named } from "../lexicon-rows.ts";
import type { Mark } from "../mark.ts";

/** What protocols call the parts of medicine whose diseases they list, and the diseases of that part. */
const diseases: readonly (readonly [words: string, name: Named])[] = [
  ["cardiovascular|cardio-vascular", ["MONDO:0004995", "cardiovascular disorder", "心血管疾病"]],
  ["cardiac|heart|cardiologic|cardiological", ["MONDO:0005267", "heart disorder", "心脏病"]],
  ["cerebrovascular|cerebro-vascular", ["MONDO:0011057", "cerebrovascular disorder", "脑血管疾病"]],
  ["vascular", ["MONDO:0005385", "vascular disorder", "血管疾病"]],
  ["respiratory", ["MONDO:0005087", "respiratory system disorder", "呼吸系统疾病"]],
  ["pulmonary|lung", ["MONDO:0005275", "lung disorder", "肺部疾病"]],
  ["hepatic|liver", ["MONDO:0005154", "liver disorder", "肝脏疾病"]],
  ["hepatobiliary|hepato-biliary", ["MONDO:0002515", "hepatobiliary disorder", "肝胆疾病"]],
  ["pancreatic", ["MONDO:0002356", "pancreas disorder", "胰腺疾病"]],
  ["renal|kidney", ["MONDO:0005240", "kidney disorder", "肾脏疾病"]],
  [
    "genitourinary|genito-urinary|urogenital|uro-genital",
    ["MESH:D000091642", "Urogenital Diseases", "泌尿生殖系统疾病"],
  ],
  [
    "gynecologic|gynecological|gynaecologic|gynaecological",
    ["MONDO:0002263", "female reproductive system disorder", "妇科疾病"],
  ],
  ["urologic|urological|urinary", ["MONDO:0002118", "urinary system disorder", "泌尿系统疾病"]],
  [
    "gastrointestinal|gastro-intestinal|gastroenterologic|gastroenterological|gi|digestive",
    ["MONDO:0004335", "digestive system disorder", "消化系统疾病"],
  ],
  ["endocrine|endocrinologic|endocrinological", ["MONDO:0005151", "endocrine system disorder", "内分泌系统疾病"]],
  ["thyroid", ["MONDO:0003240", "thyroid gland disorder", "甲状腺疾病"]],
  ["metabolic", ["MONDO:0005066", "metabolic disease", "代谢性疾病"]],
  [
    "hematologic|hematological|haematologic|haematological|hematopoietic|haematopoietic",
    ["MONDO:0005570", "hematologic disorder", "血液系统疾病"],
  ],
  ["neurologic|neurological|nervous system", ["MONDO:0005071", "nervous system disorder", "神经系统疾病"]],
  ["neurodegenerative", ["MONDO:0005559", "neurodegenerative disease", "神经退行性疾病"]],
  ["neuromuscular", ["MONDO:0019056", "neuromuscular disease", "神经肌肉疾病"]],
  ["psychiatric|mental|psychological", ["MONDO:0002025", "psychiatric disorder", "精神障碍"]],
  ["dermatologic|dermatological|skin|cutaneous", ["MONDO:0005093", "skin disorder", "皮肤疾病"]],
  ["immunologic|immunological|immune", ["MONDO:0005046", "immune system disorder", "免疫系统疾病"]],
  ["autoimmune|auto-immune", ["MONDO:0007179", "autoimmune disease", "自身免疫性疾病"]],
  ["musculoskeletal|musculo-skeletal", ["MONDO:0002081", "musculoskeletal system disorder", "肌肉骨骼系统疾病"]],
  ["rheumatologic|rheumatological|rheumatic", ["MONDO:0005554", "rheumatic disorder", "风湿性疾病"]],
  ["inflammatory", ["MONDO:0021166", "inflammatory disease", "炎症性疾病"]],
  ["neoplastic|malignant|oncologic|oncological", ["MONDO:0004992", "cancer", "恶性肿瘤"]],
  ["bone|skeletal", ["MONDO:0005381", "bone disorder", "骨病"]],
  ["connective tissue", ["MONDO:0003900", "connective tissue disorder", "结缔组织疾病"]],
  ["ophthalmologic|ophthalmological|ophthalmic|ocular|eye", ["MONDO:0005328", "eye disorder", "眼部疾病"]],
  ["infectious", ["MONDO:0005550", "infectious disease", "感染性疾病"]],
  ["allergic", ["MONDO:0005271", "allergic disease", "过敏性疾病"]],
  ["lymphatic", ["MONDO:0005833", "lymphatic system disorder", "淋巴系统疾病"]],
  ["genetic|hereditary", ["MONDO:0003847", "hereditary disease", "遗传性疾病"]],
];

const failures: readonly (readonly [words: string, name: Named])[] = [
  ["hepatic|liver", ["QHDISEASE:hepatic-insufficiency", "hepatic insufficiency", "肝功能不全"]],
  ["renal|kidney", ["MONDO:0001106", "kidney failure", "肾功能不全"]],
  ["cardiac|heart", ["MONDO:0005252", "heart failure", "心力衰竭"]],
  ["respiratory|pulmonary", ["MONDO:0021113", "respiratory failure", "呼吸衰竭"]],
];

type Table = { names: ReadonlyMap<string, Named>; row: RegExp; word: RegExp };

/** At least two words of the table with commas, strokes, "and" and "or" between, before the noun that they share. */
function tableOf(rows: readonly (readonly [words: string, name: Named])[], nouns: string): Table {
  const names = new Map(rows.flatMap(([words, name]) => words.split("|").map((word) => [word, name] as const)));
  const one = `(?:${[...names.keys()].sort((a, b) => b.length - a.length).join("|")})`;
  const joint = "(?:\\s*,\\s*(?:and/or\\s+|and\\s+|or\\s+)?|\\s*/\\s*|\\s+(?:and/or|and|or)\\s+)";
  return {
    names,
    row: new RegExp(`\\b${one}(?:${joint}${one})+\\s+(?:systems?\\s+|organ\\s+)?(?:${nouns})\\b`, "g"),
    word: new RegExp(`\\b${one}\\b`, "g"),
  };
}

const tables: readonly Table[] = [
  tableOf(
    diseases,
    "diseases?|disorders?|illness(?:es)?|conditions?|pathology|pathologies|abnormalit(?:y|ies)|problems?",
  ),
  tableOf(failures, "insufficienc(?:y|ies)|impairments?|failure|dysfunctions?"),
];

/** "Hepatic, renal or cardiac disease": the noun is said once, and each word before it names diseases of its own. */
export const nameSystems: Rule = (given, { folded }) => {
  let marks = [...given];
  if (marks.length === 0) return marks;
  const [from, to] = [marks[0]!.start, marks[marks.length - 1]!.end];
  for (const { names, row, word } of tables) {
    for (const found of folded.slice(from, to).matchAll(row)) {
      const start = from + found.index;
      const end = start + found[0].length;
      marks = named(marks, start, end, [...found[0].matchAll(word)], names);
    }
  }
  return marks;
};

function named(
  marks: readonly Mark[],
  start: number,
  end: number,
  words: readonly RegExpMatchArray[],
  names: ReadonlyMap<string, Named>,
): Mark[] {
  const concepts = words.map((found, at): Mark => {
    const [id, en, zh] = names.get(found[0])!;
    const from = start + found.index!;
    const to = at === words.length - 1 ? end : from + found[0].length;
    return { start: from, end: to, type: "concept", ref: { id, en, zh }, kind: "disease", qualifiers: [] };
  });
  const isInside = (mark: Mark) => concepts.some((one) => mark.start < one.end && mark.end > one.start);
  const isCrossing = marks.some((mark) => isInside(mark) && (mark.start < start || mark.end > end));
  if (isCrossing) return [...marks];
  return [...marks.filter((mark) => !isInside(mark)), ...concepts].sort((a, b) => a.start - b.start);
}
