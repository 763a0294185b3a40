import type { LexiconRow } from "../language.ts";
import { procedure as procedureOf } from "../lexicon-rows.ts";

const procedure = (phrases: string, id: string, en: string, zh: string) => procedureOf(phrases, `MESH:${id}`, en, zh);

/** Operations and treatments by their MeSH headings, under the names that Chinese protocols use. */
export const procedures: readonly LexiconRow[] = [
  procedure("腹腔镜{下,}胆囊切除{术,}", "D017081", "Cholecystectomy, Laparoscopic", "腹腔镜胆囊切除术"),
  procedure("胆囊切除{术,}", "D002763", "Cholecystectomy", "胆囊切除术"),
  procedure("脾{脏,}切除{术,}", "D013156", "Splenectomy", "脾切除术"),
  procedure("胃{大部,部分,全,次全,}切除{术,}", "D005743", "Gastrectomy", "胃切除术"),
  procedure("肝{脏,部分,}切除{术,}", "D006498", "Hepatectomy", "肝切除术"),
  procedure("腹腔镜{手术,}", "D010535", "Laparoscopy", "腹腔镜手术"),
  procedure("{冠状动脉,冠脉}造影{术,检查,}", "D017023", "Coronary Angiography", "冠状动脉造影"),
  procedure("心脏移植{术,手术,}", "D016027", "Heart Transplantation", "心脏移植"),
  procedure("剖宫产{术,手术,}", "D002585", "Cesarean Section", "剖宫产"),
  procedure("气管插管", "D007442", "Intubation, Intratracheal", "气管插管"),
  procedure("血浆置换{治疗,}", "D010951", "Plasma Exchange", "血浆置换"),
  procedure("{变应原,过敏原}{特异性,}免疫治疗|脱敏治疗", "D003888", "Desensitization, Immunologic", "免疫脱敏治疗"),
  procedure("针灸{治疗,}|针刺{治疗,}", "D015670", "Acupuncture Therapy", "针灸"),
  procedure("{人工,}关节置换{术,手术,}", "D019643", "Arthroplasty, Replacement", "关节置换术"),
];
