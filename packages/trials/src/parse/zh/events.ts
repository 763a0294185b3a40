import type { LexiconRow } from "../language.ts";
import type { ConsentTo, ReproductionState, VariantChange, VisitSetting } from "../mark.ts";

const procedure = (phrases: string, id: string, en: string, zh: string): LexiconRow => [
  phrases,
  { type: "concept", ref: { id, en, zh }, kind: "procedure", qualifiers: [] },
];
const condition = (phrases: string, id: string, en: string, zh: string): LexiconRow => [
  phrases,
  { type: "concept", ref: { id, en, zh }, kind: "disease", qualifiers: [] },
];
const result = (phrases: string, id: string, en: string, zh: string): LexiconRow => {
  const ref = { id: `LAB:${id}`, en, zh };
  return [phrases, { type: "concept", ref, kind: "lab", lab: ref, qualifiers: [] }];
};
const gene = (phrases: string, id: string, symbol: string): LexiconRow => {
  const ref = { id, en: symbol, zh: symbol };
  return [phrases, { type: "concept", ref, kind: "gene", gene: ref, qualifiers: [] }];
};
const state = (phrases: string, is: ReproductionState): LexiconRow => [phrases, { type: "state", state: is }];
const consent = (phrases: string, to: ConsentTo): LexiconRow => [phrases, { type: "consent", to }];
const change = (phrases: string, is: VariantChange, status?: "positive" | "negative"): LexiconRow => [
  phrases,
  { type: "change", change: is, ...(status === undefined ? {} : { status }) },
];
const visit = (phrases: string, setting: VisitSetting): LexiconRow => [phrases, { type: "visit", setting }];

/** What happens to people, what they are and what they agree to. */
export const events: readonly LexiconRow[] = [
  procedure(
    "{大,重大,大型,外科,全身麻醉,}{手术}{治疗,}|外科{手术,}治疗|手术切除|根治性手术",
    "MESH:D013514",
    "Surgical Procedures, Operative",
    "外科手术",
  ),
  procedure(
    "{根治性,姑息性,局部,胸部,盆腔,全脑,}放{射,}{疗,治疗,射治疗}|放疗|放化疗",
    "MESH:D011878",
    "Radiotherapy",
    "放射治疗",
  ),
  procedure("输{血,注血制品}{治疗,}|输过血|输注{血小板,红细胞}|成分输血", "MESH:D001803", "Blood Transfusion", "输血"),
  procedure("{实体,}器官移植{史,手术,}", "MESH:D016377", "Organ Transplantation", "器官移植"),
  procedure("肾{脏,}移植{术,受者,手术,}", "MESH:D016030", "Kidney Transplantation", "肾移植"),
  procedure("肝{脏,}移植{术,受者,手术,}", "MESH:D016031", "Liver Transplantation", "肝移植"),
  procedure(
    "{异基因,自体,同种异体,}{造血,外周血,}干细胞移植|{异基因,自体,}骨髓移植|{异基因,自体,}造血{干,}细胞移植",
    "MESH:D018380",
    "Hematopoietic Stem Cell Transplantation",
    "造血干细胞移植",
  ),
  procedure(
    "{规律,维持性,规律性,}{血液,腹膜,肾脏,肾,}透析{治疗,}|肾脏替代治疗",
    "MESH:D006435",
    "Renal Dialysis",
    "肾脏透析",
  ),
  procedure("{有创,无创,}{机械,}通气{治疗,}", "MESH:D012121", "Respiration, Artificial", "机械通气"),
  procedure("{诊断性,穿刺,肿瘤,}活{检,组织检查}", "MESH:D001706", "Biopsy", "活检"),
  procedure("{永久,心脏,}起搏器{植入,}", "MESH:D010138", "Pacemaker, Artificial", "心脏起搏器"),
  procedure(
    "{经皮,}冠{状动,}脉介入{治疗,术,手术,}{(pci),}|pci{术,}|{冠状动脉,冠脉,心脏,}支架{植入,置入}{术,}",
    "MESH:D062645",
    "Percutaneous Coronary Intervention",
    "经皮冠状动脉介入治疗",
  ),
  procedure(
    "冠{状动,}脉{旁路,}{移植,搭桥}{术,手术,}{(cabg),}|cabg|冠脉搭桥",
    "MESH:D001026",
    "Coronary Artery Bypass",
    "冠状动脉旁路移植术",
  ),
  procedure("电休克{治疗,}{(ect),}|电抽搐治疗|mect|ect", "MESH:D004565", "Electroconvulsive Therapy", "电休克治疗"),
  procedure("{家庭,长期,长期家庭,}氧疗|吸氧{治疗,}", "MESH:D010102", "Oxygen Inhalation Therapy", "氧疗"),
  procedure("{血管内,机械,动脉,}取栓{术,治疗,}", "MESH:D017131", "Thrombectomy", "取栓术"),
  condition(
    "{其他,其它,第二,第二原发,}{原发,}恶性肿瘤{病,疾病,史,}|癌症|第二原发癌",
    "MONDO:0004992",
    "cancer",
    "恶性肿瘤",
  ),
  condition(
    "{严重,全身性,系统性,细菌,}感染性{疾病,}|{严重,全身,}感染",
    "MONDO:0005550",
    "infectious disease",
    "感染性疾病",
  ),
  condition(
    "{精神,心理}{疾病,疾患,障碍,病,性疾病,异常}|精神病患者",
    "MONDO:0002025",
    "psychiatric disorder",
    "精神障碍",
  ),
  condition(
    "{慢性,急性,}{乙型{病毒性,}肝炎,乙肝,乙型肝炎病毒,hbv}{病毒,}{感染,}{(hbv),}",
    "MONDO:0005344",
    "hepatitis B virus infection",
    "乙型肝炎病毒感染",
  ),
  condition(
    "{慢性,急性,}{丙型{病毒性,}肝炎,丙肝,丙型肝炎病毒,hcv}{病毒,}{感染,}{(hcv),}",
    "MONDO:0005231",
    "hepatitis C virus infection",
    "丙型肝炎病毒感染",
  ),
  condition(
    "{hiv,人类免疫缺陷病毒,艾滋病病毒,hiv-1,人类免疫缺陷病毒(hiv)}{感染{者,},}|艾滋病",
    "MONDO:0005109",
    "HIV infectious disease",
    "人类免疫缺陷病毒感染",
  ),
  result(
    "hbsag|乙{型肝炎,肝}{病毒,}表面抗原{(hbsag),}",
    "hbsag",
    "Hepatitis B surface antigen",
    "乙型肝炎病毒表面抗原",
  ),
  result(
    "{hcv,丙肝,丙型肝炎,丙型肝炎病毒,丙肝病毒}{-,}抗体|抗-hcv|抗hcv|hcv-ab|hcv ab|anti-hcv|{丙型肝炎病毒,丙肝病毒}{(hcv),}抗体",
    "anti-hcv",
    "Hepatitis C antibody",
    "丙型肝炎抗体",
  ),
  result(
    "{hiv,人类免疫缺陷病毒,人类免疫缺陷病毒(hiv),艾滋病病毒}{-,}抗体|抗-hiv|hiv-ab|hiv检测|hiv ab|抗hiv",
    "hiv-antibody",
    "HIV antibody",
    "HIV抗体",
  ),
  result("梅毒{螺旋体,}{特异性,}抗体|tp-ab|tppa|抗-tp", "syphilis-treponemal", "Treponemal antibody", "梅毒螺旋体抗体"),
  result(
    "{血,尿,血清,血或尿,尿或血,血/尿,血清或尿液,尿液或血清,血清/尿液,}{妊娠,怀孕,hcg,β-hcg,人绒毛膜促性腺激素}{试验,检查,检测,测试,}{(hcg),}结果{为,}|{血,尿,血清,血或尿,尿液,血/尿,血清或尿液,尿妊娠或血,}{妊娠{试验,检查,检测,测试},hcg{检查,检测,试验,},β-hcg{检查,检测,试验,}}",
    "hcg",
    "hCG",
    "人绒毛膜促性腺激素",
  ),
  result("{新型冠状病毒,新冠病毒,sars-cov-2}{核酸,rna}{检测,}", "sars-cov-2-rna", "SARS-CoV-2 RNA", "新型冠状病毒核酸"),
  result(
    "{13c,14c,碳13,碳14,13c-,14c-,}尿素呼气试验|{13c,14c}-ubt|13c/14c呼气试验",
    "helicobacter-breath-test",
    "Urea breath test",
    "尿素呼气试验",
  ),
  result("{ana,抗核抗体}{(ana),}", "ana", "Antinuclear antibody", "抗核抗体"),
  result("{抗,}ds-dna{抗体,}|抗dsdna抗体|抗双链dna抗体", "dsdna-antibody", "Anti-dsDNA antibody", "抗双链DNA抗体"),
  result(
    "achr抗体|乙酰胆碱受体抗体|抗achr抗体",
    "ache-receptor-antibody",
    "Acetylcholine receptor antibody",
    "乙酰胆碱受体抗体",
  ),
  result("er|雌激素受体{(er),}", "er-status", "Estrogen receptor status, tissue", "雌激素受体"),
  result("pr|pgr|孕激素受体{(pr),}", "pr-status", "Progesterone receptor status, tissue", "孕激素受体"),
  result("类风湿因子{(rf),}|rf", "rheumatoid-factor", "Rheumatoid factor", "类风湿因子"),
  result(
    "抗{ccp,环瓜氨酸肽}抗体{(抗ccp抗体),}|抗环瓜氨酸肽{(ccp),}抗体|acpa",
    "anti-ccp",
    "Anti-CCP antibody",
    "抗环瓜氨酸肽抗体",
  ),
  result("hla-b27", "hla-b27", "HLA-B27", "HLA-B27"),
  result("hbeag|乙{型肝炎,肝}{病毒,}e抗原{(hbeag),}", "hbeag", "Hepatitis B e antigen", "乙型肝炎病毒e抗原"),
  result(
    "{hbcab,抗-hbc,抗hbc,乙{型肝炎,肝}{病毒,}核心抗体}{(hbcab),(抗-hbc),}",
    "anti-hbc",
    "Hepatitis B core antibody",
    "乙型肝炎病毒核心抗体",
  ),
  result(
    "t-spot{.tb,}{检测,试验,}|{结核感染t细胞,γ-干扰素释放}{斑点,}{试验,检测}{(t-spot),}",
    "t-spot",
    "Tuberculosis T-cell spot",
    "结核感染T细胞检测",
  ),
  result("anca|抗中性粒细胞胞{质,浆}抗体{(anca),}", "anca", "ANCA", "抗中性粒细胞胞浆抗体"),
  result("粪便{隐,潜}血{试验,检查,}|大便{隐,潜}血{试验,}", "faecal-occult-blood", "Faecal occult blood", "粪便隐血"),
  gene("her2|her-2|人表皮生长因子受体2{(her2),(her-2),}|her2/neu", "HGNC:3430", "ERBB2"),
  gene("pd-l1|pd-l1表达|程序性死亡配体1|pdl1", "HGNC:17635", "CD274"),
  gene("egfr基因|表皮生长因子受体{(egfr),}{基因,}", "HGNC:3236", "EGFR"),
  gene("alk|alk基因|间变性淋巴瘤激酶{(alk),}", "HGNC:427", "ALK"),
  gene("ros1|ros-1|ros1基因", "HGNC:10261", "ROS1"),
  gene("ki-67|ki67", "HGNC:7107", "MKI67"),
  gene("met基因|c-met|met", "HGNC:7029", "MET"),
  gene("ret基因|ret", "HGNC:9967", "RET"),
  gene("kras|k-ras|kras基因", "HGNC:6407", "KRAS"),
  gene("nras|nras基因", "HGNC:7989", "NRAS"),
  gene("braf|braf基因", "HGNC:1097", "BRAF"),
  state(
    "妊娠{期,}{妇女,女性,者,的女性,患者,期女性,期妇女,}|怀孕{的,}{妇女,女性,者,患者,}|孕妇|妊娠中|孕期{妇女,女性,}|已妊娠|怀孕|受孕",
    "pregnant",
  ),
  state("哺乳{期,}{的,}{妇女,女性,者,患者,}|哺乳期女性患者|母乳喂养{者,}|授乳", "breastfeeding"),
  state(
    "育龄{期,}{的,}{妇女,女性,女,患者,女性患者,女性受试者,男女,男女性,男性和女性,男性,受试者,期女性,期男女,人群,夫妇,}|{有,具有}{生育,生殖}{能力,潜能,潜力}{的,}{妇女,女性,患者,受试者,男性和女性,女性受试者,男性或女性,女性患者,男性,男女,}|有怀孕可能的{女性,妇女,}|有受孕能力的{女性,妇女}",
    "childbearing-potential",
  ),
  state(
    "{采取,采用,使用,应用,实施,}{有效,高效,可靠,可靠的,适当,适当的,充分,充分的,医学认可的,合适的,经医学认可的,一种有效的,严格,严格的,切实,}{的,}避孕{措施,方法,方式,手段,}|避孕|屏障避孕",
    "contraception",
  ),
  state("绝经{后,期,}{的,}{妇女,女性,女性患者,}|已绝经{的,}{女性,妇女,}", "postmenopausal"),
  state("{手术,永久,外科,}绝育{手术,的,术后,}|已{行,接受}绝育手术", "surgically-sterile"),
  consent(
    "{自愿,书面,同意并,}{签署,签订,提供,签字,并签署,已签署,签}{书面,本人,}{的,}{知情同意{书,},icf,同意书}|知情同意{书,}|书面知情同意{书,}|{自愿,同意,愿意}{参加,加入,参与,入组,接受}{本,该,此,}{次,项,}{临床,}{研究,试验,临床试验,临床研究,}",
    "participate",
  ),
  consent("{同意,愿意,能够}提供{肿瘤,}{组织,活检,标本,组织样本,活检组织,肿瘤组织标本,血液样本}", "biopsy"),
  consent(
    "{能够,能,可,愿意,愿,同意,}{配合,遵守,完成,依从,遵循,接受}{和,并,}{完成,}{研究,试验,方案,本研究,临床试验,}{方案,流程,程序,要求,规定,}{和,及,并,、,}{随访,访视,要求,程序,计划}{要求,计划,观察,}|配合随访|依从性{好,良好}|{可,能,能够,}{接受,完成,按时}随访|遵守{试验,研究,}方案{要求,}|按{时,期}随访|坚持随访",
    "follow-up",
  ),
  change(
    "{敏感,激活,驱动,基因,致病,罕见,热点,活化,}{基因,}突变{状态,型,}|突变|点突变|基因变异|变异|基因改变|敏感性突变",
    "mutation",
  ),
  change("扩增|基因扩增|拷贝数增加", "amplification"),
  change("融合|重排|基因融合|基因重排|易位|融合基因|融合突变", "fusion"),
  change("缺失|缺失突变", "deletion"),
  change("{过,高,}{度,}表达", "expression"),
  change("野生型|野生", "wild-type"),
  [
    "{外显子,exon ,exon,}19{号,}{外显子,}{缺失,del}{突变,}|19del|19 del|第19号外显子缺失{突变,}|ex19del|19-del|del19",
    { type: "alteration", text: "exon 19 deletion" },
  ],
  ["{外显子,exon ,exon,}20{号,}{外显子,}插入{突变,}|ex20ins|20ins", { type: "alteration", text: "exon 20 insertion" }],
  ["{外显子,exon ,exon,}21{号,}{外显子,}{ ,}l858r{点,}{突变,}|21l858r", { type: "alteration", text: "L858R" }],
  ["{met,}{外显子,exon ,exon,}14{号,}{外显子,}跳{跃,读,变}{突变,}", { type: "alteration", text: "exon 14 skipping" }],
  [
    "阳性{者,的,}|(+)|呈阳性|结果{为,}阳性|检测阳性|检测{为,}阳性|试验阳性|检出|可检出|(阳性)|阳转|+",
    { type: "result", is: ["positive"] },
  ],
  [
    "阴性{者,的,}|(-)|呈阴性|结果{为,}阴性|检测{为,}阴性|检测不到|检测不出|低于检测下限|(阴性)|阴转",
    { type: "result", is: ["negative"] },
  ],
  [
    "{药物,严重,}{过敏,超敏,过敏或不耐受,过敏/不耐受,变态反应,不耐受,过敏反应}{反应,}{史,病史,者,的,}|{发生,发生过,出现,出现过,有,曾有,既往有}过敏{反应,史,病史,者,}|有禁忌{症,证,}|禁忌{症,证}{者,}",
    { type: "allergy" },
  ],
  ["过敏体质{者,}", { type: "word" }],
  [
    "{tnm,临床,病理,ajcc,uicc,肿瘤,疾病,figo,ann arbor,iss,临床tnm,病理tnm}{ajcc,tnm,}{ ,}分期{为,}|分期{为,}|期|ajcc|tnm|uicc",
    { type: "stage-word" },
  ],
  visit("住院{患者,病人,治疗,}", "inpatient"),
  visit("门诊{患者,病人,}", "outpatient"),
  visit("急诊{患者,病人,就诊,}", "emergency"),
];
