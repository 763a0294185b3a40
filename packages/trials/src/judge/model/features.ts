import { type Case, isIllness } from "../case.ts";
import type { Silence } from "../judge.schema.ts";
import type { PartCover } from "../match/cover.ts";
import { systemsNamed, systemsNamedWhole } from "../match/systems.ts";
import { isSameWord, type Word } from "../words.ts";
import { askedKinds } from "./asked.ts";

/** Numbers that the model weighs, by name; what is 0 may be left out. */
export type Features = Readonly<Record<string, number>>;

const share = (count: number, of: number): number => (of === 0 ? 0 : count / of);
const flag = (is: boolean): number => (is ? 1 : 0);
const isSaid = ({ relation, inAll }: PartCover): boolean =>
  relation === "same" || relation === "covers" || inAll > 0.99;

const calendarYear = /\b(?:19|20)\d\d\b/g;
const plainNumber = /(?<![A-Za-z-])\d+(?:\.\d+)?/g;
const toldCancer =
  /\b(?:cancers?|carcinomas?|tumou?rs?|malignan\w+|\w*lymphomas?|\w*leuk[ae]mias?|CLL|AML|myelomas?|\w*sarcomas?|melanomas?|\w*gliomas?|\w*cytomas?|metasta\w+)\b|癌|肿瘤|淋巴瘤|白血病|骨髓瘤/i;
const group =
  /^(?:the |all |only )?(?:if |in |for )?(children|infants|newborns?|adolescents?|adults|wom[ae]n|females?|m[ae]n|males?|healthy|controls?|participants? (?:in|with|who)|patients? (?:in|with|who)|subjects? (?:in|with|who)|[a-z]+ (?:participants|patients|subjects))\b/i;
/** Kinds of criteria that only an examination answers. */
const measured = ["laboratory", "assay", "imaging", "electrocardiogram", "bodySize", "vitalSign", "score"];
/** Above every class that two diseases may share, and where the criterion names no disease. */
const noClass = 12;
const noDisease = 14;

/**
 * What a criterion asks for, and how much of that the note says. Nothing of the note alone: it would tell its collection.
 * `silence` is how the label is given, not what the texts say: the trees learn both manners apart.
 */
export function featuresOf(given: Case, silence: Silence): Features {
  const { criterion, note, covers, bounds } = given;
  const asked = askedKinds(criterion.text);
  const isOfCancer = asked["asks cancer"] === 1;
  const noteText = note.sentences.map(({ text }) => text).join(" ");
  return {
    ...(criterion.type === "inclusion" ? { silenceSpeaks: flag(silence === "speaks") } : {}),
    ...asked,
    ...matchOf(covers.filter(({ part }) => !part.isDenied)),
    ...relationsOf(covers),
    ...wordsOf(given),
    ...kinshipOf(given),
    ...Object.fromEntries([...criterion.topics].map((topic) => [`topic ${topic}`, 1])),
    ...Object.fromEntries(
      (["disease", "phenotype", "drug", "drug-class", "procedure"] as const).map((kind) => [
        `names ${kind}`,
        Math.min(3, criterion.things.filter((thing) => thing.kind === kind).length),
      ]),
    ),
    numbers: Math.min(4, criterion.text.replace(calendarYear, "").match(plainNumber)?.length ?? 0),
    otherNumber: flag(criterion.hasOtherNumber && bounds.met === 0),
    boundMet: flag(bounds.met > 0),
    boundFailed: flag(bounds.failed > 0),
    boundOpen: flag(bounds.open > 0),
    window: flag(criterion.windowDays !== null),
    isAny: flag(criterion.isAny),
    asksForAbsence: flag(criterion.asksForAbsence),
    age: flag(criterion.age !== null),
    sex: flag(criterion.sex !== null),
    words: Math.min(40, criterion.words.length),
    parts: Math.min(10, criterion.parts.length),
    group: flag(group.test(criterion.text)),
    fragment: flag(/^[a-z]/.test(criterion.text)),
    measureOnly: flag(measured.some((kind) => asked[`asks ${kind}`] === 1) && !criterion.things.some(isIllness)),
    measureWithLimit: flag(
      measured.some((kind) => asked[`asks ${kind}`] === 1) &&
        asked["asks comparison"] === 1 &&
        bounds.met + bounds.failed === 0,
    ),
    cancerUntold: flag(isOfCancer && !toldCancer.test(noteText)),
    cancerTold: flag(isOfCancer && toldCancer.test(noteText)),
  };
}

function matchOf(covers: readonly PartCover[]): Features {
  const head = covers.find(({ part }) => part.things.length > 0) ?? covers[0];
  const headOpen = head === undefined ? 0 : (1 - head.inAll) * head.part.words.length;
  const named = covers.filter(({ part }) => part.things.length > 0);
  return {
    coverMost: Math.max(0, ...covers.map(({ inOne }) => inOne)),
    partsStated: share(covers.filter(({ inOne }) => inOne >= 0.6).length, covers.length),
    fullShare: share(covers.filter(({ inAll }) => inAll > 0.99).length, covers.length),
    headAll: head?.inAll ?? 0,
    headSaid: flag(head !== undefined && isSaid(head) && !head.isTooOld && !head.isDenied),
    headOpen: Math.min(headOpen, 8),
    namedSaid: share(named.filter(isSaid).length, named.length),
    unsaidNamed: Math.min(4, named.filter((cover) => !isSaid(cover)).length),
    open: Math.min(
      20,
      covers.reduce((sum, { inAll, part }) => sum + (1 - inAll) * part.words.length, 0),
    ),
  };
}

function relationsOf(covers: readonly PartCover[]): Features {
  const any = (is: (cover: PartCover) => boolean): number => flag(covers.some(is));
  return {
    same: any(({ relation }) => relation === "same"),
    covers: any(({ relation }) => relation === "covers"),
    wider: any(({ relation }) => relation === "wider"),
    related: any(({ relation }) => relation === "related"),
    unrelated: flag(covers.every(({ relation }) => relation === null)),
    sameInFull: any(({ relation, inOne }) => inOne > 0.99 && (relation === "same" || relation === "covers")),
    sameInTime: any(
      ({ relation, inOne, isInTime, part, isDenied }) =>
        inOne > 0.99 && isInTime && !isDenied && !part.isDenied && (relation === "same" || relation === "covers"),
    ),
    inFull: any(({ inOne }) => inOne > 0.99),
    denied: any(({ isDenied }) => isDenied),
    deniedAll: flag(covers.length > 0 && covers.every(({ isDenied }) => isDenied)),
    deniedSomewhere: any(({ deniedIn }) => deniedIn.length > 0),
    tooOld: any(({ isTooOld }) => isTooOld),
    otherKind: any(({ otherKindIn }) => otherKindIn.length > 0),
    partDenied: any(({ part }) => part.isDenied),
    firstDenied: flag(covers[0]?.part.isDenied ?? false),
  };
}

/** Share of the criterion's different words that the note says or denies; longer words are rarer and weigh more. */
function wordsOf({ criterion, note }: Case): Features {
  const told = note.sentences.flatMap(({ number, words, implied }) =>
    number === note.consent ? [] : [...words, ...implied.words],
  );
  const own = [...new Map(criterion.words.map((word) => [word.text, word])).values()];
  const weight = ({ text }: Word): number => Math.min(10, text.length);
  const sum = (words: readonly Word[]): number => words.reduce((total, word) => total + weight(word), 0);
  const isTold = (word: Word, as: string): boolean =>
    told.some(({ text, assertion }) => assertion === as && isSameWord(text, word.text));
  const said = own.filter((word) => isTold(word, "present"));
  const denied = own.filter((word) => !said.includes(word) && isTold(word, "absent"));
  return {
    wordsSaid: share(sum(said), sum(own)),
    wordsDenied: share(sum(denied), sum(own)),
    wordsOpen: Math.min(150, sum(own) - sum(said)) / 10,
  };
}

/** How near the criterion's diseases and parts of medicine are to the patient's. */
function kinshipOf({ criterion, kinship }: Case): Features {
  const named = systemsNamed(criterion.text);
  const shared = [...named].filter((system) => kinship.noteSystems.has(system));
  const ofThings = [...kinship.criterionSystems];
  const whole = new Set(criterion.parts.flatMap(({ words }) => [...systemsNamedWhole(words)]));
  return {
    nearest: kinship.nearest ?? (criterion.things.some(isIllness) ? noClass : noDisease),
    systemsNamed: Math.min(6, named.size),
    systemsTold: shared.length,
    systemsShare: share(shared.length, named.size),
    wholeSystems: Math.min(4, whole.size),
    wholeSystemsTold: [...whole].filter((system) => kinship.noteSystems.has(system)).length,
    ownSystems: share(ofThings.filter((system) => kinship.noteSystems.has(system)).length, ofThings.length),
    hasOwnSystems: flag(ofThings.length > 0),
  };
}
