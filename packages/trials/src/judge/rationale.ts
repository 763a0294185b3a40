/** Why a label was given, in the two languages of the product. */
export const reasons = {
  nothingAsked: { en: "The criterion asks for nothing.", zh: "该标准未提出任何要求。" },
  otherSex: {
    en: "The criterion concerns the other sex than the patient's.",
    zh: "该标准针对另一性别，不适用于该患者。",
  },
  childNotConcerned: {
    en: "The criterion concerns adults' matters; the patient is a child.",
    zh: "该标准涉及成人事项，患者为儿童。",
  },
  notThePatient: {
    en: "The criterion speaks of a site or another group, not of the patient.",
    zh: "该标准针对机构或其他人群，而非该患者。",
  },
  ageInside: { en: "The patient's age lies inside the stated range.", zh: "患者年龄在所述范围内。" },
  ageOutside: { en: "The patient's age lies outside the stated range.", zh: "患者年龄不在所述范围内。" },
  sexFits: { en: "The patient's sex is the one stated.", zh: "患者性别与所述一致。" },
  sexDiffers: { en: "The patient's sex is not the one stated.", zh: "患者性别与所述不一致。" },
  consents: {
    en: "The note says that the patient consents and will follow the protocol.",
    zh: "病历写明患者知情同意并将遵守方案。",
  },
  pastFertility: { en: "The patient is past the age of pregnancy.", zh: "患者已过生育年龄。" },
  pregnant: { en: "The note says that the patient is pregnant or breast-feeding.", zh: "病历写明患者妊娠或哺乳。" },
  menstruating: {
    en: "The note tells of menstruation, which speaks against a pregnancy.",
    zh: "病历提及月经，提示未妊娠。",
  },
  valueInside: { en: "The measured value fulfils the stated limit.", zh: "测量值符合所述界限。" },
  valueOutside: { en: "The measured value does not fulfil the stated limit.", zh: "测量值不符合所述界限。" },
  stated: { en: "The note states what the criterion names.", zh: "病历写明该标准所述内容。" },
  statedAgainst: { en: "The note states what the criterion rules out.", zh: "病历写明该标准所不允许的内容。" },
  denied: { en: "The note denies what the criterion names.", zh: "病历否认该标准所述内容。" },
  otherKind: {
    en: "The note names another kind of the disease that is asked for.",
    zh: "病历所述为同类疾病的另一类型。",
  },
  permitted: { en: "The criterion permits something and asks for nothing.", zh: "该标准仅为允许性说明，无限制要求。" },
  tooLongAgo: {
    en: "What the note tells lies further back than the stated time.",
    zh: "病历所述事件早于该标准规定的时间。",
  },
  tooShort: {
    en: "What the note tells has not lasted as long as is asked for.",
    zh: "病历所述情况的持续时间未达到要求。",
  },
  wouldBeTold: {
    en: "The note tells nothing of the treatment that is asked for, and would if it had taken place.",
    zh: "病历未提及该标准所要求的治疗；若已进行通常会有记录。",
  },
  notOfGroup: {
    en: "The criterion concerns a group that the patient does not belong to.",
    zh: "该标准针对特定人群，该患者不属于此人群。",
  },
  readTogether: {
    en: "What the note says, taken together, speaks for it.",
    zh: "综合病历所述，支持该标准。",
  },
  otherMatter: {
    en: "The note tells of another matter than the criterion asks for, and would tell of this one.",
    zh: "病历所述与该标准所要求的不同；若符合通常会有记录。",
  },
  noMedication: { en: "The note says that the patient takes no medicine.", zh: "病历写明患者未用药。" },
  silent: { en: "The note tells nothing of it, and would if it were so.", zh: "病历未提及；若存在通常会有记录。" },
  notAsked: { en: "The note does not tell what the criterion asks for.", zh: "病历未提供该标准所需信息。" },
  onlyPartly: {
    en: "The note tells only a part of what the criterion asks for.",
    zh: "病历仅部分提供该标准所需信息。",
  },
} as const satisfies Record<string, { en: string; zh: string }>;
export type Reason = keyof typeof reasons;

/** The sentence of a reason; with Chinese for a Chinese note. */
export const rationaleOf = (reason: Reason, isChinese: boolean): { en: string; zh?: string } =>
  isChinese ? { ...reasons[reason] } : { en: reasons[reason].en };
