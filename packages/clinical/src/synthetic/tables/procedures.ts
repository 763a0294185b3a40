/** Procedures by short key: mainland ICD-9-CM-3 code and display, and the four-digit ICD-9-CM code of the same. */
export type ProcedureRow = {
  readonly key: string;
  readonly cn: readonly [string, string];
  readonly us: readonly [string, string];
};

export const procedures: readonly ProcedureRow[] = [
  {
    key: "coronary-stent",
    cn: ["36.0700", "药物洗脱冠状动脉支架置入"],
    us: ["36.07", "Insertion of drug-eluting coronary artery stent(s)"],
  },
  {
    key: "coronary-bypass",
    cn: ["36.1000", "主动脉冠状动脉旁路移植，为心脏血管再形成术"],
    us: ["36.10", "Aortocoronary bypass for heart revascularization"],
  },
  {
    key: "coronary-angiography",
    cn: ["88.5500", "单根导管的冠状动脉造影术"],
    us: ["88.55", "Coronary arteriography using single catheter"],
  },
  {
    key: "heart-ablation",
    cn: ["37.3400", "心脏其他病损或组织的切除术或破坏术，血管内入路"],
    us: ["37.34", "Ablation of heart lesion, endovascular approach"],
  },
  {
    key: "thrombolysis",
    cn: ["99.1000", "血栓溶解药的注射或输注"],
    us: ["99.10", "Injection or infusion of thrombolytic agent"],
  },
  { key: "haemodialysis", cn: ["39.9500", "血液透析"], us: ["39.95", "Hemodialysis"] },
  { key: "lung-lobectomy", cn: ["32.4100", "胸腔镜下肺叶切除术"], us: ["32.41", "Thoracoscopic lobectomy of lung"] },
  { key: "lung-biopsy", cn: ["33.2700", "闭合性肺内镜活组织检查"], us: ["33.27", "Closed endoscopic biopsy of lung"] },
  { key: "mastectomy", cn: ["85.4100", "单侧单纯乳房切除术"], us: ["85.41", "Unilateral simple mastectomy"] },
  { key: "colectomy", cn: ["45.7200", "开放性和其他盲肠切除术"], us: ["45.72", "Open and other cecectomy"] },
  { key: "rectal-resection", cn: ["48.6300", "其他直肠前切除术"], us: ["48.63", "Other anterior resection of rectum"] },
  { key: "colonoscopy", cn: ["45.2300", "结肠镜检查"], us: ["45.23", "Colonoscopy"] },
  {
    key: "gastrectomy",
    cn: ["43.7x00", "胃部分切除术伴胃空肠吻合术"],
    us: ["43.7", "Partial gastrectomy with anastomosis to jejunum"],
  },
  { key: "gastroscopy", cn: ["44.1300", "其他胃镜检查"], us: ["44.13", "Other gastroscopy"] },
  { key: "hepatectomy", cn: ["50.2200", "部分肝切除术"], us: ["50.22", "Partial hepatectomy"] },
  { key: "prostatectomy", cn: ["60.5x00", "根治性前列腺切除术"], us: ["60.5", "Radical prostatectomy"] },
  {
    key: "chemotherapy",
    cn: ["99.2500", "注射或输注癌瘤化学治疗药物"],
    us: ["99.25", "Injection or infusion of cancer chemotherapeutic substance"],
  },
  { key: "caesarean", cn: ["74.1x00", "低位子宫下段剖宫产"], us: ["74.1", "Low cervical cesarean section"] },
  { key: "assisted-delivery", cn: ["73.5900", "其他手法助产"], us: ["73.59", "Other manually assisted delivery"] },
  {
    key: "tubal-ligation",
    cn: ["66.2100", "内镜下双侧输卵管结扎术和挤压术"],
    us: ["66.21", "Other bilateral endoscopic ligation and crushing of fallopian tubes"],
  },
  { key: "appendectomy", cn: ["47.0100", "腹腔镜下阑尾切除术"], us: ["47.01", "Laparoscopic appendectomy"] },
  { key: "cholecystectomy", cn: ["51.2300", "腹腔镜下胆囊切除术"], us: ["51.23", "Laparoscopic cholecystectomy"] },
  { key: "knee-replacement", cn: ["81.5400", "全部膝关节置换"], us: ["81.54", "Total knee replacement"] },
];
