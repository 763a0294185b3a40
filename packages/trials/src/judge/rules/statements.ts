import { ascending, type Case, fails, passes, type Rule } from "../case.ts";

/** Words beside the values themselves ("activity", "concentration") where nothing else is named. */
const mostWordsOfValues = 3;

/** Values in the note against the criterion's limits. */
export const values: Rule = (given) => {
  const { bounds, criterion } = given;
  const { met, failed, open, sentences } = bounds;
  if (met + failed === 0) return null;
  const ownWords = criterion.words.length - 4 * (criterion.bounds.length + criterion.namedBounds.length);
  const isOfValues = criterion.things.length === 0 && open === 0;
  const isAlone = ownWords <= (isOfValues ? mostWordsOfValues : 1) && criterion.topics.has("conditional") === false;
  if (criterion.type === "inclusion") {
    if (failed > 0 && (!criterion.isAny || open + met === 0))
      return { label: "not included", sentences, reason: "valueOutside" };
    return isAlone && (open === 0 || (criterion.isAny && met > 0))
      ? { label: "included", sentences, reason: "valueInside" }
      : null;
  }
  if (met > 0 && isAlone) return { label: "excluded", sentences, reason: "valueInside" };
  return met === 0 && open === 0 ? { label: "not excluded", sentences, reason: "valueOutside" } : null;
};

const isMalignancy = /\b(?:cancers?|malignan\w+|neoplasms?|tumou?rs?)\b|肿瘤|癌/i;

/** Of these a criterion means misuse or a test, which the bare word in a note does not tell. */
const isHabit = /\b(?:alcohol|smok\w+|tobacco)\b/i;

/** Parts of the criterion that the note says word for word, or by a name close below it. */
const statedParts = (given: Case): Case["covers"] =>
  given.covers.filter(({ part, inOne, relation, isDenied, isInTime }) => {
    if (isDenied || !isInTime || inOne < 0.99 || (!part.isDenied && isHabit.test(part.text))) return false;
    if (part.isDenied && part.words.every(({ text }) => text.length >= 5)) return true;
    return relation === "same" || (relation === "covers" && isMalignancy.test(part.text));
  });

/** "Central venous puncture or catheterization": the second shares the words of the first, which the note does not say. */
function sharesWordsBefore({ criterion, covers }: Case, part: Case["covers"][number]["part"]): boolean {
  const before = covers[criterion.parts.indexOf(part) - 1];
  const isBare = part.words.length === 1 && part.things.every(({ kind }) => kind === "procedure");
  return isBare && before !== undefined && before.part.words.length > 1 && before.inOne < 0.5;
}

/** Another illness than the one that the trial is about, which a wide name ("neurological disease") would take in. */
const besideMain = /\b(?:other|pre-?existing|con(?:comitant|current)|additional|co-?existing|underlying)\b|其他|合并/i;

/** Words beside a medicine that leave it the same medicine. */
const besideMedicine =
  /^(?:agents?|containing|regimens?|systemic|oral|orally|regular|regularly|chronic|concomitant|dos(?:e|es|ing)|daily|stable|prescription|products?|duration|course|periods?|preparations?|long-term|start|entry|likely|requirement|days?|weeks?|direct|acting|active|systemically|therapeutic|standard|chronically|continuous(?:ly)?|duration|preceding|enter(?:ing)?)$/;
const exception =
  /\b(?:except|unless|other than|only if|allowed|permitted|acceptable|not exceed\w*|stable)\b|>|≥|\bmore than\b|\bgreater than\b|\d ?m?g\b/i;

/** Medicines that the criterion names without a condition on them, and that the note says are taken in its time. */
function takenMedicines({ criterion, covers }: Case): Case["covers"] {
  if (
    ["allergy", "otherTrial", "contraindication", "pregnancy", "score"].some((one) =>
      criterion.topics.has(one as never),
    )
  )
    return [];
  const sentences = criterion.text.split(/(?<=[.;])\s/);
  return covers.filter(({ part, relation, isInTime, isDenied, sentences: where }) => {
    const isMedicine =
      part.things.length > 0 && part.things.every(({ kind }) => kind === "drug" || kind === "drug-class");
    if (!isMedicine || relation !== "same" || !isInTime || isDenied || part.isDenied || where.length === 0)
      return false;
    const spans = part.things;
    const isPlain = part.words.every(
      ({ text, start, end }) =>
        besideMedicine.test(text) || spans.some((thing) => thing.start <= start && end <= thing.end),
    );
    const own = sentences.find((sentence) => sentence.includes(part.text)) ?? criterion.text;
    return isPlain && !exception.test(own);
  });
}

/** Medicines among the reasons to exclude that the note says the patient takes. */
export const takenExclusion: Rule = (given) => {
  if (given.criterion.type !== "exclusion") return null;
  const taken = takenMedicines(given);
  if (taken.length === 0) return null;
  return { label: fails(given), sentences: ascending(taken.flatMap(({ sentences }) => sentences)), reason: "stated" };
};

/** Reasons to exclude that the note states. */
export const statedExclusion: Rule = (given) => {
  const { criterion, bounds } = given;
  if (criterion.type !== "exclusion" || bounds.open > 0 || bounds.failed > 0) return null;
  const { topics } = criterion;
  if (
    ["allergy", "otherTrial", "contraindication", "opinion", "conditional", "future", "score", "pregnancy"].some(
      (one) => topics.has(one as never),
    )
  )
    return null;
  const stated = statedParts(given);
  const isHeadSevere = topics.has("severity");
  const clear = stated.filter(
    ({ part }) =>
      !sharesWordsBefore(given, part) &&
      !besideMain.test(part.text) &&
      !part.isDenied &&
      (!isHeadSevere || criterion.parts.length === 1 || /sever|uncontrol|unstable/i.test(part.text)),
  );
  if (clear.length === 0) return null;
  return { label: fails(given), sentences: ascending(clear.flatMap(({ sentences }) => sentences)), reason: "stated" };
};

const speaksOfIllness = /\b(?:abnormalit(?:y|ies)|diseases?|disorders?|known or suspected)\b/i;
const hasIllness = ({ things }: Case["criterion"]): boolean =>
  things.some(({ kind }) => kind === "disease" || kind === "phenotype");

/** Limits on a value that the note does not give, with no disease named beside them. */
export const valueNotGiven: Rule = ({ criterion, bounds }) => {
  if (criterion.type !== "exclusion" || bounds.open === 0 || bounds.met + bounds.failed > 0) return null;
  const namesIllness =
    criterion.topics.has("severity") || speaksOfIllness.test(criterion.text) || hasIllness(criterion);
  return namesIllness ? null : { label: "not enough information", sentences: [], reason: "notAsked" };
};

const sentencesOf = (covers: Case["covers"]): number[] => ascending(covers.flatMap(({ sentences }) => sentences));

/** A criterion of so many words asks for one thing. */
const mostWordsOfOne = 4;

/** A short inclusion criterion that the note contradicts: all that it names is denied, or what it rules out is stated. */
export const contradictedInclusion: Rule = (given) => {
  const { criterion, covers } = given;
  if (criterion.type !== "inclusion" || criterion.words.length > mostWordsOfOne) return null;
  const broken = statedParts(given).filter(({ part }) => part.isDenied && criterion.asksForAbsence);
  if (broken.length > 0 && !criterion.topics.has("conditional"))
    return { label: "not included", sentences: sentencesOf(broken), reason: "statedAgainst" };
  const old = covers.filter(({ isTooOld, relation, inOne }) => isTooOld && relation === "same" && inOne > 0.99);
  if (old.length > 0 && old.length === covers.length)
    return { label: "not included", sentences: sentencesOf(old), reason: "tooLongAgo" };
  const asked = covers.filter(({ part }) => !part.isDenied && part.things.length > 0);
  if (asked.length === 0 || !asked.every(({ isDenied }) => isDenied)) return null;
  return { label: "not included", sentences: ascending(asked.flatMap(({ deniedIn }) => deniedIn)), reason: "denied" };
};

/** An exclusion criterion whose parts the note denies, or puts further back than it asks for. */
export const deniedExclusion: Rule = (given) => {
  const { criterion, covers, note } = given;
  if (criterion.type !== "exclusion") return null;
  const asked = covers.filter(({ part }) => part.things.length > 0);
  const deniedIn = ascending(asked.filter(({ isDenied }) => isDenied).flatMap(({ deniedIn }) => deniedIn));
  if (deniedIn.length > 0 && asked.every(({ isDenied }) => isDenied))
    return { label: passes(given), sentences: deniedIn, reason: "denied" };
  const isNamed = ({ relation }: { relation: unknown }) => relation === "same" || relation === "covers";
  const old = covers.filter((cover) => cover.isTooOld && isNamed(cover));
  if (old.length > 0 && old.length === asked.filter(isNamed).length)
    return {
      label: passes(given),
      sentences: ascending(old.flatMap(({ sentences }) => sentences)),
      reason: "tooLongAgo",
    };
  const isOfDrugs =
    criterion.things.length > 0 && criterion.things.every(({ kind }) => kind === "drug" || kind === "drug-class");
  if (
    note.noMedication !== null &&
    isOfDrugs &&
    !criterion.topics.has("allergy") &&
    !criterion.topics.has("contraindication")
  )
    return { label: passes(given), sentences: [note.noMedication], reason: "noMedication" };
  return null;
};
