import { ascending, type Case, fails, passes, type Rule } from "../case.ts";

/** Values in the note against the criterion's limits. */
export const values: Rule = (given) => {
  const { bounds, criterion } = given;
  const { met, failed, open, sentences } = bounds;
  if (met + failed === 0) return null;
  const ownWords = criterion.words.length - 4 * criterion.bounds.length;
  const isAlone = ownWords <= 1 && criterion.topics.has("conditional") === false;
  if (criterion.type === "inclusion") {
    if (failed > 0 && (!criterion.isAny || open + met === 0)) return { label: "not included", sentences, reason: "valueOutside" };
    return isAlone && (open === 0 || (criterion.isAny && met > 0)) ? { label: "included", sentences, reason: "valueInside" } : null;
  }
  if (met > 0 && isAlone) return { label: "excluded", sentences, reason: "valueInside" };
  return met === 0 && open === 0 ? { label: "not excluded", sentences, reason: "valueOutside" } : null;
};

/** A part of the criterion that the note says word for word, or by a name below it. */
const isStated = (given: Case): Case["covers"] =>
  given.covers.filter(({ part, inOne, relation, isDenied, isTooOld }) => {
    if (isDenied || isTooOld || part.things.length === 0) return false;
    return inOne > 0.99 && relation === "covers";
  });

/** Reasons to exclude that the note states. */
export const statedExclusion: Rule = (given) => {
  const { criterion, bounds } = given;
  if (criterion.type !== "exclusion" || bounds.open > 0 || bounds.failed > 0) return null;
  const { topics } = criterion;
  if (["allergy", "otherTrial", "contraindication", "opinion", "conditional", "future", "score", "pregnancy"].some((one) => topics.has(one as never))) return null;
  const stated = isStated(given);
  const isHeadSevere = topics.has("severity");
  const clear = stated.filter(({ part }) => !part.isDenied && (!isHeadSevere || criterion.parts.length === 1 || /sever|uncontrol|unstable/i.test(part.text)));
  if (clear.length === 0) return null;
  return { label: fails(given), sentences: ascending(clear.flatMap(({ sentences }) => sentences)), reason: "stated" };
};

/** An inclusion criterion whose parts the note contradicts. */
export const contradictedInclusion: Rule = (given) => {
  const { criterion, covers } = given;
  if (criterion.type !== "inclusion") return null;
  const broken = isStated(given).filter(({ part }) => part.isDenied);
  if (broken.length > 0 && !criterion.topics.has("conditional"))
    return { label: "not included", sentences: ascending(broken.flatMap(({ sentences }) => sentences)), reason: "statedAgainst" };
  const asked = covers.filter(({ part }) => !part.isDenied && part.things.length > 0);
  const denied = asked.filter(({ isDenied }) => isDenied);
  if (denied.length === 0 || (criterion.isAny ? denied.length < asked.length : false)) return null;
  return { label: "not included", sentences: ascending(denied.flatMap(({ deniedIn }) => deniedIn)), reason: "denied" };
};

/** An exclusion criterion whose parts the note denies, or puts further back than it asks for. */
export const deniedExclusion: Rule = (given) => {
  const { criterion, covers, note } = given;
  if (criterion.type !== "exclusion") return null;
  const asked = covers.filter(({ part }) => part.things.length > 0);
  const deniedIn = ascending(asked.filter(({ isDenied }) => isDenied).flatMap(({ deniedIn }) => deniedIn));
  if (deniedIn.length > 0 && asked.every(({ isDenied }) => isDenied))
    return { label: passes(given), sentences: deniedIn, reason: "denied" };
  const old = covers.filter(({ isTooOld, relation }) => isTooOld && relation === "covers");
  if (old.length > 0 && old.length === asked.filter(({ relation }) => relation === "covers").length)
    return { label: passes(given), sentences: ascending(old.flatMap(({ sentences }) => sentences)), reason: "tooLongAgo" };
  const isOfDrugs = criterion.things.length > 0 && criterion.things.every(({ kind }) => kind === "drug" || kind === "drug-class");
  if (note.noMedication !== null && isOfDrugs && !criterion.topics.has("allergy") && !criterion.topics.has("contraindication"))
    return { label: passes(given), sentences: [note.noMedication], reason: "noMedication" };
  return null;
};
