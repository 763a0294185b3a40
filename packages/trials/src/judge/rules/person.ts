import { ascending, type Case, type Decision, fails, passes, type Rule } from "../case.ts";
import { isInRange } from "../criterion/person-bounds.ts";

/** Past this age a pregnancy is not asked about; below the other one neither. */
const lastFertileYear = 60;
const firstFertileYear = 10;
/** Words beside age and sex that still leave a criterion one of age and sex alone. */
const mostOtherWords = 1;
/** A short criterion is wholly about the organ or state that it names. */
const fewWords = 6;

/** A remark to the reader of a protocol asks nothing of a patient. */
const remark =
  /^(?:please )?note\b\s*[:;-]|\bother protocol[- ](?:defined|specified)\b.{0,30}criteria|\bnot intended to contain\b|^the above\b/i;

/** A criterion without words, or a remark on the protocol, asks for nothing. */
export const nothingAsked: Rule = ({ criterion }) => {
  if (remark.test(criterion.text)) return { label: "not applicable", sentences: [], reason: "nothingAsked" };
  if (!/^(?:none|n\/?a|nil|not applicable|无)?[\s.。]*$/i.test(criterion.text)) return null;
  const label = criterion.type === "exclusion" ? "not excluded" : "not applicable";
  return { label, sentences: [], reason: "nothingAsked" };
};

/** What only the other sex can have, or a child cannot, does not apply; nor does what is said of a site. */
export const applies: Rule = (given) => {
  const { note, criterion } = given;
  const { sex, age } = note.person;
  const notFor = (reason: Decision["reason"]): Decision => ({ label: "not applicable", sentences: [], reason });
  const topics = criterion.topics;
  const isReproductive = topics.has("pregnancy") || topics.has("contraception");
  const matter = isReproductive || criterion.words.length <= fewWords ? criterion.sexOfMatter : null;
  const concerned = matter ?? (criterion.sex === "both" ? null : criterion.sex);
  if (isReproductive && isMixed(given)) return null;
  if (sex?.is === "female" && age !== null && age.years >= lastFertileYear && bindsFertile(given))
    return notFor("otherSex");
  if (sex !== null && concerned !== null && concerned !== sex.is && criterion.sex !== "both") {
    if (isPregnancyWanted(given)) return { label: "not included", sentences: [sex.sentence], reason: "sexDiffers" };
    if (isReproductive || criterion.type === "exclusion") return notFor("otherSex");
    if (isConditional(criterion.text)) return notFor("otherSex");
    return { label: "not included", sentences: [sex.sentence], reason: "sexDiffers" };
  }
  if (age !== null && age.years < firstFertileYear && criterion.type === "exclusion" && isOfAdults.test(criterion.text))
    return notFor("childNotConcerned");
  if (isReproductive && age !== null && age.years < firstFertileYear) return notFor("childNotConcerned");
  if (
    criterion.type === "inclusion" &&
    topics.has("setting") &&
    /health ?care cent|practitioner|practices? with|participating|providers?|clinicians?/i.test(criterion.text)
  )
    return notFor("notThePatient");
  return null;
};

/** "Women of childbearing potential must …": a demand on women who may become pregnant. */
const bindsFertile = ({ criterion }: Case): boolean =>
  criterion.type === "inclusion" && /^(?:all )?(?:females?|wom[ae]n)\b.{0,25}\bchild-?\s?bearing/i.test(criterion.text);

/** A pregnancy of the past, or the wish for one, is not the state of now. */
const isFormerPregnancy =
  /\b(?:past|previous|prior|before|last|first|avoiding) (?:\w+ )?pregnanc|\binfertil|\bachieve (?:\w+ )?pregnancy/i;

/** Pregnancy or contraception is one of several things, and others ask of every patient: consent, an illness, a history. */
const isMixed = ({ criterion }: Case): boolean =>
  criterion.topics.has("consent") ||
  isFormerPregnancy.test(criterion.text) ||
  (criterion.type === "exclusion" && criterion.sex === null && criterion.things.some(({ kind }) => kind === "disease"));

/** What a small child is never asked about. */
const isOfAdults =
  /\b(?:alcohol\w*|smok(?:er|ing)\w*|military|army|employ(?:ee|er|ment)\w*|driv(?:er|ing))\b|酗酒|吸烟/i;

/** An inclusion criterion that asks for a pregnancy, as trials of pregnant women do. */
const isPregnancyWanted = ({ criterion }: Case): boolean =>
  criterion.type === "inclusion" &&
  !isAgainst.test(criterion.text) &&
  !criterion.topics.has("contraception") &&
  /\bpregnant (?:women|females|patients|subjects)\b|\bpregnancy (?:at|between|of)\b|weeks['’]? (?:of )?gestation/i.test(
    criterion.text,
  );

/** "Women must use contraception" binds women only; "female" alone asks for women. */
const isConditional = (text: string): boolean =>
  /\b(?:must|should|have to|agree|use|using|need|if|of child)\b/i.test(text);

/** Criteria of age and sex alone are decided; an age outside the range decides also what else is asked with it. */
export const ageAndSex: Rule = (given) => {
  const { note, criterion } = given;
  const { age, sex } = note.person;
  const others = wordsOutsideBrackets(criterion).length;
  const sentences = ascending([
    ...(age === null ? [] : [age.sentence]),
    ...(sex !== null && criterion.sex !== null ? [sex.sentence] : []),
  ]);
  if (criterion.age !== null && age !== null) {
    const isInside = isInRange(age.years, criterion.age);
    const isAlone =
      others <= mostOtherWords &&
      !criterion.things.some(({ kind }) => kind === "drug" || kind === "drug-class") &&
      given.bounds.open + given.bounds.failed === 0;
    if (criterion.type === "inclusion") {
      if (!isInside && criterion.isAgeUpFront && !mentionsOtherAges(criterion.text))
        return { label: "not included", sentences, reason: "ageOutside" };
      const isAgreed = isOfAgreement(given);
      if (isInside && !isAlone && isAgreed && note.consent !== null)
        return { label: "included", sentences: ascending([...sentences, note.consent]), reason: "ageInside" };
      return isInside && isAlone ? { label: "included", sentences, reason: "ageInside" } : null;
    }
    if (isAlone && (others === 0 || /\d/.test(criterion.text)))
      return isInside
        ? { label: "excluded", sentences, reason: "ageInside" }
        : { label: "not excluded", sentences, reason: "ageOutside" };
    return isInside
      ? null
      : others <= 4 && !criterion.isAny
        ? { label: "not excluded", sentences, reason: "ageOutside" }
        : null;
  }
  if (others > 0 || criterion.sex === null || sex === null) return null;
  const fits = criterion.sex === "both" || criterion.sex === sex.is;
  return {
    label: fits ? passes(given) : fails(given),
    sentences: [sex.sentence],
    reason: fits ? "sexFits" : "sexDiffers",
  };
};

/** A remark in brackets does not make a criterion one of more than age and sex. */
function wordsOutsideBrackets({ text, words }: Case["criterion"]): Case["criterion"]["words"] {
  const spans = [...text.matchAll(/\([^()]*\)/g)].map(({ index, 0: all }) => [index, index + all.length] as const);
  return words.filter(({ start }) => !spans.some(([from, to]) => from <= start && start < to));
}

/** What stands beside the age is consent, compliance, contraception or, for a man, a pregnancy. */
function isOfAgreement({ note, criterion, bounds }: Case): boolean {
  const { topics } = criterion;
  const isMedical = criterion.things.some(({ kind }) => kind === "disease" || kind === "phenotype" || kind === "drug");
  if (isMedical || bounds.open > 0 || topics.has("opinion") || topics.has("score")) return false;
  if (topics.has("pregnancy")) return note.person.sex?.is === "male";
  return topics.has("contraception") || topics.has("consent") || topics.has("compliance");
}

/** An age that belongs to an event ("before the age of 30", "disease onset under 40") is not the patient's. */
const mentionsOtherAges = (text: string): boolean =>
  /\b(?:onset|diagnosed|before (?:the )?age|prior to age|at (?:the )?age|age at (?!(?:the )?(?:time|enrol|screen|entry|study|inclusion|baseline|consent|randomi))|since age|controls?|sub-?study|parents?|guardian|gestation\w*|weeks? of|relatives?)\b/i.test(
    text,
  );

const saysPregnant =
  /\b(?:is (?:currently |now |\d+ weeks? )?(?:pregnant|breast-?feeding|lactating)|(?:weeks?|months?)['’]? (?:pregnant|gestation|of gestation|into (?:her|the) pregnancy)|currently pregnant|pregnant (?:woman|female|patient|girl)|positive pregnancy test|pregnancy test (?:is|was|came back) positive)\b|孕\d+周|妊娠\d+周|孕妇/i;
const saysMenses =
  /\b(?:menstrual|menses|periods?\b.*\b(?:heavy|irregular|regular|month)|(?:heavy|irregular|regular)\b.*\bperiods?|last menstrual|not sexually active|no sexual partners|negative pregnancy test|β-?hcg (?:is |was )?negative|beta[- ]hcg:? negative|pregnancy test (?:is|was) negative|tubal ligation|hysterectomy|(?:post-?\s?)?menopausal)\b|月经|绝经|妊娠试验阴性/i;

/** Ages between which only the note can tell whether the menopause has come. */
const surelyBefore = 42;
const surelyAfter = 58;

/** "Premenopausal" and "postmenopausal" by age, or by the periods that the note tells of. */
export const menopause: Rule = ({ note, criterion }) => {
  const asked = /\b(pre|post)-?\s?menopausal\b/i.exec(criterion.text)?.[1]?.toLowerCase();
  const { age, sex } = note.person;
  if (asked === undefined || criterion.words.length > 2 || age === null || sex?.is !== "female") return null;
  if (criterion.type === "exclusion" || (age.years >= surelyBefore && age.years < surelyAfter)) return null;
  const isMet = age.years < surelyBefore === (asked === "pre");
  return {
    label: isMet ? "included" : "not included",
    sentences: [age.sentence],
    reason: isMet ? "ageInside" : "ageOutside",
  };
};

/** An inclusion criterion that rules a pregnancy out. */
const isAgainst =
  /\b(?:not|no|non-?)\s?(?:currently |be )?(?:pregnan|nursing|lactat|breast)|negative (?:serum |urine )?(?:pregnancy|hcg)|未妊娠|非妊娠/i;

/** Pregnancy and breast-feeding as a reason to exclude, for women and girls who could be. */
export const pregnancy: Rule = (given) => {
  const { note, criterion } = given;
  if (isFormerPregnancy.test(criterion.text)) return null;
  if (!criterion.topics.has("pregnancy") || (criterion.type === "inclusion" && !isAgainst.test(criterion.text)))
    return null;
  const { age, sex } = note.person;
  if (sex?.is === "male") return null;
  const found = (pattern: RegExp) =>
    note.sentences.filter((sentence) => pattern.test(sentence.text)).map(({ number }) => number);
  const pregnant = found(saysPregnant);
  if (pregnant.length > 0) return { label: fails(given), sentences: pregnant, reason: "pregnant" };
  if (age !== null && age.years >= lastFertileYear)
    return { label: passes(given), sentences: [age.sentence], reason: "pastFertility" };
  const menses = found(saysMenses);
  return menses.length > 0 && !criterion.topics.has("contraception")
    ? { label: passes(given), sentences: menses, reason: "menstruating" }
    : null;
};
