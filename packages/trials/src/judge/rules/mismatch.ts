import { ascending, type Rule } from "../case.ts";

/** A criterion of so many words asks for one thing. */
const mostWords = 6;
const healthyWanted =
  /^(?:(?:the|are|is|be|in|overtly|generally|general|apparently|normal|otherwise|adult|male|female|lean|participants? who) )*(?:healthy|(?:good|normal) (?:general |physical )?health)\b|健康志愿者|健康受试者/i;
/** "Healthy except for …" leaves the illness of the trial. */
const healthyBut = /\b(?:except|apart from|other than|beyond|besides)\b/i;

const permission = /\b(?:may (?:have|receive|continue|also)|(?:is|are|will be) (?:allowed|permitted|acceptable))\b/i;
const refusal = /\bnot\b|\bno\b|\bunless\b|\bonly\b|\bif\b|\bbut\b|\bprovided\b|\bmust\b|≥|≤|<|>/i;

/** An inclusion criterion that only permits something keeps nobody out. */
export const permits: Rule = ({ criterion }) => {
  if (criterion.type !== "inclusion" || !permission.test(criterion.text) || refusal.test(criterion.text)) return null;
  return criterion.topics.has("diagnosisNeeded") || criterion.bounds.length > 0
    ? null
    : { label: "included", sentences: [], reason: "permitted" };
};

/** Healthy volunteers are asked for, and the note tells of an illness. */
export const healthyOnly: Rule = ({ note, criterion }) => {
  if (criterion.type !== "inclusion" || !healthyWanted.test(criterion.text) || healthyBut.test(criterion.text))
    return null;
  const ill = note.sentences.filter(({ things }) =>
    things.some(({ kind, assertion }) => kind === "disease" && assertion === "present"),
  );
  if (ill.length === 0) return null;
  return { label: "not included", sentences: ill.map(({ number }) => number).slice(0, 3), reason: "statedAgainst" };
};

/** One disease is asked for, and the note tells of another kind of the same thing alone. */
export const otherKind: Rule = ({ criterion, covers }) => {
  if (criterion.type !== "inclusion" || criterion.isAny || criterion.words.length > mostWords) return null;
  const asked = covers.filter(({ part }) => !part.isDenied && part.things.length > 0);
  const [first] = asked;
  if (first === undefined || asked.length > 1 || first.otherKindIn.length === 0) return null;
  const isTold = first.relation === "same" || first.relation === "covers" || first.relation === "wider";
  return isTold ? null : { label: "not included", sentences: ascending(first.otherKindIn), reason: "otherKind" };
};
