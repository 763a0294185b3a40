import { hashKey } from "../pack/hash.ts";
import { orderedKey, unorderedKey } from "../text/keys.ts";
import { type Tokens, tokenize } from "../text/tokens.ts";
import { addHit, candidatesOf, type Hit, type LinkScope, type Scored } from "./hits.ts";
import { canBeName } from "./span-shape.ts";
import { type TokenView, viewTokens } from "./token-view.ts";

const table = (rows: string) =>
  new Map(
    rows
      .trim()
      .split(/\n/)
      .map((row) => row.trim().split("="))
      .map(([written, english]) => [tokenize(written!).forms.join(""), english!.split("|")] as const),
  );

/** Sites as Chinese records write them, with the words that English tumour names use. */
const sites = table(`
  肺=lung|pulmonary
  支气管=bronchus|bronchial|lung
  支气管肺=lung|bronchogenic
  胃=gastric|stomach
  胃窦=gastric antrum|gastric|stomach
  胃体=gastric body|gastric|stomach
  胃底=gastric fundus|gastric
  贲门=gastric cardia|cardia|gastric
  食管=esophageal|esophagus
  食管胃结合部=gastroesophageal junction
  胃食管结合部=gastroesophageal junction
  肝=liver|hepatic
  胆管=bile duct
  肝内胆管=intrahepatic bile duct
  胆囊=gallbladder
  胰=pancreatic|pancreas
  胰头=head of pancreas|pancreatic
  胰体=body of pancreas|pancreatic
  胰尾=tail of pancreas|pancreatic
  胰导管=pancreatic ductal
  壶腹=ampulla of vater
  十二指肠=duodenal|duodenum
  小肠=small intestine|small intestinal
  大肠=colorectal
  结直肠=colorectal
  结肠=colon|colonic
  升结肠=ascending colon|colon
  横结肠=transverse colon|colon
  降结肠=descending colon|colon
  乙状结肠=sigmoid colon|colon
  回盲部=ileocecal|cecum
  盲肠=cecum
  直肠=rectal|rectum
  肛管=anal canal|anal
  阑尾=appendix|appendiceal
  乳=breast|mammary
  乳腺=breast|mammary
  宫颈=cervical|cervix|uterine cervix
  子宫=uterine|uterus
  子宫内膜=endometrial|endometrium
  卵巢=ovarian|ovary
  输卵管=fallopian tube
  外阴=vulvar|vulva
  阴道=vaginal|vagina
  前列腺=prostate|prostatic
  膀胱=bladder|urinary bladder
  肾=renal|kidney
  肾盂=renal pelvis
  输尿管=ureter|ureteral
  尿道=urethral|urethra
  睾丸=testicular|testis
  阴茎=penile|penis
  甲状腺=thyroid|thyroid gland
  甲状旁腺=parathyroid|parathyroid gland
  肾上腺=adrenal|adrenal gland
  垂体=pituitary|pituitary gland
  脑=brain|cerebral
  脑干=brainstem|brain stem
  小脑=cerebellar|cerebellum
  脊髓=spinal cord
  鼻咽=nasopharyngeal|nasopharynx
  口咽=oropharyngeal|oropharynx
  下咽=hypopharyngeal|hypopharynx
  咽=pharyngeal|pharynx
  喉=laryngeal|larynx
  舌=tongue
  口腔=oral cavity|oral
  牙龈=gingival
  腮腺=parotid|parotid gland
  涎腺=salivary gland
  唾液腺=salivary gland
  鼻腔=nasal cavity
  鼻窦=paranasal sinus
  上颌窦=maxillary sinus
  头颈部=head and neck
  头颈=head and neck
  纵隔=mediastinal|mediastinum
  胸腺=thymic|thymus
  胸膜=pleural|pleura
  腹膜=peritoneal|peritoneum
  腹膜后=retroperitoneal
  心脏=heart|cardiac
  骨=bone
  皮肤=skin|cutaneous
  软组织=soft tissue
  眼=eye|ocular
  眼眶=orbit|orbital
  眼睑=eyelid
  结膜=conjunctival
  脉络膜=choroidal|uveal
  葡萄膜=uveal
  视网膜=retinal
  肢端=acral
  粘膜=mucosal
  淋巴结=lymph node
  脾=splenic|spleen
  泪腺=lacrimal gland`);

/** What the tumour is, with the words that English tumour names use. */
const histologies = table(`
  癌=cancer|carcinoma
  恶性肿瘤=cancer|malignant neoplasm
  腺癌=adenocarcinoma
  鳞癌=squamous cell carcinoma
  鳞状细胞癌=squamous cell carcinoma
  鳞状上皮癌=squamous cell carcinoma
  腺鳞癌=adenosquamous carcinoma
  小细胞癌=small cell carcinoma
  大细胞癌=large cell carcinoma
  大细胞神经内分泌癌=large cell neuroendocrine carcinoma
  神经内分泌癌=neuroendocrine carcinoma
  神经内分泌肿瘤=neuroendocrine tumor|neuroendocrine neoplasm
  神经内分泌瘤=neuroendocrine tumor|neuroendocrine neoplasm
  类癌=carcinoid tumor|carcinoid
  肉瘤样癌=sarcomatoid carcinoma
  导管腺癌=ductal adenocarcinoma
  导管癌=ductal carcinoma
  浸润性导管癌=invasive ductal carcinoma|ductal carcinoma
  浸润性小叶癌=invasive lobular carcinoma|lobular carcinoma
  浸润性癌=carcinoma|cancer
  浸润癌=carcinoma|cancer
  小叶癌=lobular carcinoma
  导管原位癌=ductal carcinoma in situ
  原位癌=carcinoma in situ
  浆液性癌=serous carcinoma|serous adenocarcinoma
  浆液性腺癌=serous adenocarcinoma
  浆液性囊腺癌=serous cystadenocarcinoma
  粘液性癌=mucinous carcinoma|mucinous adenocarcinoma
  粘液腺癌=mucinous adenocarcinoma
  粘液癌=mucinous carcinoma|mucinous adenocarcinoma
  粘液性囊腺癌=mucinous cystadenocarcinoma
  印戒细胞癌=signet ring cell carcinoma
  子宫内膜样癌=endometrioid carcinoma|endometrioid adenocarcinoma
  透明细胞癌=clear cell carcinoma|clear cell adenocarcinoma
  透明细胞肾细胞癌=clear cell renal cell carcinoma
  乳头状癌=papillary carcinoma
  乳头状肾细胞癌=papillary renal cell carcinoma
  滤泡癌=follicular carcinoma
  滤泡状癌=follicular carcinoma
  滤泡性癌=follicular carcinoma
  髓样癌=medullary carcinoma
  未分化癌=undifferentiated carcinoma|anaplastic carcinoma
  嫌色细胞癌=chromophobe carcinoma|chromophobe renal cell carcinoma
  细胞癌=cell carcinoma
  移行细胞癌=transitional cell carcinoma
  尿路上皮癌=urothelial carcinoma|transitional cell carcinoma
  基底细胞癌=basal cell carcinoma
  非角化性癌=carcinoma
  非角化癌=carcinoma
  角化性癌=carcinoma
  非小细胞癌=non-small cell carcinoma
  胆管细胞癌=cholangiocarcinoma
  肝细胞癌=hepatocellular carcinoma
  腺样囊性癌=adenoid cystic carcinoma
  粘液表皮样癌=mucoepidermoid carcinoma
  黑色素瘤=melanoma
  恶性黑色素瘤=melanoma|malignant melanoma
  肉瘤=sarcoma
  平滑肌肉瘤=leiomyosarcoma
  脂肪肉瘤=liposarcoma
  横纹肌肉瘤=rhabdomyosarcoma
  血管肉瘤=angiosarcoma
  纤维肉瘤=fibrosarcoma
  平滑肌瘤=leiomyoma
  间质瘤=gastrointestinal stromal tumor|stromal tumor
  淋巴瘤=lymphoma
  弥漫大b细胞淋巴瘤=diffuse large b-cell lymphoma
  弥漫性大b细胞淋巴瘤=diffuse large b-cell lymphoma
  腺瘤=adenoma
  腺瘤性息肉=adenomatous polyp
  血管瘤=hemangioma
  脂肪瘤=lipoma
  纤维瘤=fibroma
  纤维腺瘤=fibroadenoma
  囊腺瘤=cystadenoma
  浆液性囊腺瘤=serous cystadenoma
  粘液性囊腺瘤=mucinous cystadenoma
  畸胎瘤=teratoma
  生殖细胞瘤=germ cell tumor|germinoma
  生殖细胞肿瘤=germ cell tumor
  间皮瘤=mesothelioma
  胶质瘤=glioma
  星形细胞瘤=astrocytoma
  母细胞瘤=blastoma
  良性肿瘤=benign neoplasm
  肿瘤=neoplasm|tumor
  瘤=neoplasm|tumor`);

const longestPart = 12;

/**
 * Tumour names that a record composes from site and histology (直肠 + 腺癌) are looked for by the English name that the
 * same parts compose, in any word order. Adds hits for compounds that end in a tumour word.
 */
export function addTumourCompounds(scope: LinkScope, view: TokenView, hits: Map<number, Hit>): void {
  if (scope.kinds !== null && !scope.kinds.has("disease")) return;
  if (scope.options.systems !== undefined) return;
  for (let end = view.forms.length; end >= 2; end--) {
    const last = view.forms[end - 1];
    if (last !== "癌" && last !== "瘤") continue;
    const compound = longestCompound(view, end);
    if (compound === null || !canBeName(view, compound.from, end)) continue;
    const best = new Map<number, Scored>();
    for (const name of compound.names) addByName(scope, name, best);
    if (best.size > 0) addHit(scope, view, compound.from, end, best, hits);
  }
}

type Compound = { from: number; names: string[] };

function longestCompound(view: TokenView, end: number): Compound | null {
  let longest: Compound | null = null;
  for (let middle = end - 1; middle >= Math.max(1, end - longestPart); middle--) {
    const tumours = histologies.get(view.forms.slice(middle, end).join(""));
    if (tumours === undefined) continue;
    for (let from = middle - 1; from >= Math.max(0, middle - longestPart); from--) {
      const places = sites.get(view.forms.slice(from, middle).join(""));
      if (places === undefined || (longest !== null && end - from < end - longest.from)) continue;
      const names = places.flatMap((place) => tumours.map((tumour) => `${place} ${tumour}`));
      // The whole histology at the smaller site part says more than a shorter histology.
      longest =
        longest !== null && longest.from === from ? { from, names: [...names, ...longest.names] } : { from, names };
    }
  }
  return longest;
}

function addByName(scope: LinkScope, name: string, best: Map<number, Scored>): void {
  const tokens: Tokens = tokenize(name);
  const view = viewTokens(tokens);
  const found = new Map<number, Scored>();
  const english: LinkScope = { ...scope, options: { ...scope.options, lang: "en" } };
  candidatesOf(english, view, 0, view.forms.length, hashKey(orderedKey(tokens)), true, found);
  const bag = unorderedKey(tokens);
  if (bag !== null) candidatesOf(english, view, 0, view.forms.length, hashKey(bag), false, found);
  for (const one of found.values()) {
    if (scope.knowledge.kindOf(one.number) !== "disease") continue;
    const score = one.score * 0.93 * (best.size === 0 ? 1 : 0.97);
    const known = best.get(one.number);
    if (known === undefined || known.score < score) {
      best.set(one.number, { ...one, score, by: [...one.by, "compound"] });
    }
  }
}
