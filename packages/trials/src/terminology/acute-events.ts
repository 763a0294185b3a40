import type { Knowledge } from "@qinghao/knowledge";

type Row = readonly [id: string, name: string];
const idsOf = (rows: readonly Row[]): ReadonlySet<string> => new Set(rows.map(([id]) => id));

/** Conditions that happen on a day and are over, however long a record keeps them open; with everything below them. */
const events = idsOf([
  // Heart and vessels.
  ["MONDO:0005068", "myocardial infarction"],
  ["MONDO:0005542", "acute coronary syndrome"],
  ["MONDO:0006805", "intermediate coronary syndrome (unstable angina)"],
  ["MONDO:0000745", "cardiac arrest"],
  ["MONDO:0000190", "ventricular fibrillation"],
  ["MONDO:0800175", "cardiogenic shock"],
  ["HP:0100735", "hypertensive crisis"],
  ["HP:0002647", "aortic dissection"],
  ["MONDO:0005279", "pulmonary embolism"],
  ["MONDO:0004597", "pulmonary embolism and infarction"],
  ["MONDO:0005399", "venous thromboembolism"],
  ["QHDISEASE:deep-vein-thrombosis", "deep vein thrombosis"],
  ["QHDISEASE:thromboembolism", "thromboembolism"],
  ["HP:0004420", "arterial thrombosis"],
  ["HP:0001279", "syncope"],
  // Brain.
  ["MONDO:0005098", "stroke disorder"],
  ["MONDO:0002679", "cerebral infarction"],
  ["QHDISEASE:ischemic-stroke", "ischemic stroke"],
  ["HP:0001297", "stroke"],
  ["MONDO:0005264", "transient ischemic attack"],
  ["MONDO:0013792", "intracerebral hemorrhage"],
  ["MONDO:0005099", "subarachnoid hemorrhage"],
  ["HP:0002170", "intracranial hemorrhage"],
  ["HP:0001250", "seizure"],
  ["MONDO:0002125", "status epilepticus"],
  ["MONDO:0045057", "delirium"],
  // Bleeding, bowel, pancreas, liver, kidney.
  ["HP:0002239", "gastrointestinal hemorrhage"],
  ["QHDISEASE:upper-gastrointestinal-hemorrhage", "upper gastrointestinal hemorrhage"],
  ["HP:0002105", "hemoptysis"],
  ["MONDO:0006807", "intestinal perforation"],
  ["HP:0031368", "intestinal perforation"],
  ["HP:6000383", "gastric perforation"],
  ["MONDO:0006515", "acute pancreatitis"],
  ["MONDO:0005649", "appendicitis"],
  ["MONDO:0001930", "acute cholangitis"],
  ["MONDO:0043994", "acute cholecystitis"],
  ["MONDO:0019542", "acute liver failure"],
  ["HP:0001919", "acute kidney injury"],
  // Metabolism and allergy.
  ["MONDO:0012819", "diabetic ketoacidosis"],
  ["MONDO:0006996", "thyroid crisis"],
  ["MONDO:0043875", "tumor lysis syndrome"],
  ["MONDO:0100053", "anaphylaxis"],
  // Lungs and acute infections.
  ["MONDO:0001208", "acute respiratory failure"],
  ["MONDO:0002076", "pneumothorax"],
  ["MONDO:0005249", "pneumonia"],
  ["MONDO:0100096", "COVID-19"],
  ["MONDO:0005812", "influenza"],
  ["QHDISEASE:sepsis", "sepsis"],
  ["MONDO:0001881", "toxic shock syndrome (septic shock)"],
  ["MONDO:0006670", "bacterial meningitis"],
  ["MONDO:0003529", "acute pyelonephritis"],
  ["MONDO:0001650", "acute cystitis"],
  // Injuries.
  ["MONDO:0005315", "bone fracture"],
]);

/** What stands below an event and lasts. */
const states = idsOf([
  ["QHDISEASE:old-myocardial-infarction", "old myocardial infarction"],
  ["MONDO:0001631", "vertebral artery insufficiency"],
  ["MONDO:0100233", "long COVID-19"],
  ["MONDO:0100234", "paroxysmal familial ventricular fibrillation"],
  ["MONDO:0015925", "interstitial lung disease"],
  ["MONDO:0002429", "idiopathic interstitial pneumonia"],
  ["MONDO:0800123", "bronchiolocentric pattern of interstitial pneumonia"],
  ["MONDO:0006042", "meningeal tuberculosis"],
  ["MONDO:0004813", "tuberculous pneumothorax"],
  ["MONDO:0008259", "familial spontaneous pneumothorax"],
]);

/**
 * Whether a condition is an event rather than a state: what a time limit on it asks for is when it began. Record systems
 * often never close such a diagnosis ("myocardial infarction", active for ten years), which says nothing of the last six
 * months. Covers the table's conditions, what is below them, and codes that are exactly one of these. Names are Mondo's
 * and HPO's. An id that the pack does not have is no event.
 */
export function isAcuteEvent(knowledge: Knowledge, id: string): boolean {
  if (!knowledge.has(id)) return false;
  const above = [id, ...knowledge.ancestors(id)];
  const same = above.flatMap((one) => equalsOf(knowledge, one));
  const all = [...above, ...same, ...same.flatMap((one) => knowledge.ancestors(one))];
  return all.some((one) => events.has(one)) && !all.some((one) => states.has(one));
}

/** Concepts of other systems that are exactly this one. */
const equalsOf = (knowledge: Knowledge, id: string): string[] =>
  knowledge
    .edges(id, { predicate: "exact" })
    .map(({ subject, object }) => (subject === id ? object : subject))
    .filter((one) => knowledge.has(one));
