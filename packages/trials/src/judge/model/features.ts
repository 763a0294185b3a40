import type { Case } from "../case.ts";
import type { PartCover } from "../match/cover.ts";

/** Numbers that the model weighs, by name. All lie about between 0 and 2. */
export type Features = Readonly<Record<string, number>>;

const share = (count: number, of: number): number => (of === 0 ? 0 : count / of);
const flag = (is: boolean): number => (is ? 1 : 0);
const isSaid = ({ relation, inAll }: PartCover): boolean =>
  relation === "same" || relation === "covers" || inAll > 0.99;
const isWhollySaid = (cover: PartCover): boolean => isSaid(cover) && cover.inAll > 0.9;

/** A kind, a grade or a proof that a note seldom tells with the illness. */
const subtype =
  /\b(?:genotype|subtype|stage[ds]?|grade[ds]?|type [IVX\dA-C]+|class [IVX\d]+|mutation|receptor|histolog\w+|relapsed?|refractory|recurrent|stable|moderate|severe|mild|controlled|resistant|advanced|metastatic|locally|unresectable|symptomatic|asymptomatic|adequate|normal|responsive|non-?responsive|failed|failure of)\b/i;
const calendarYear = /\b(?:19|20)\d\d\b/g;
const plainNumber = /(?<![A-Za-z-])\d+(?:\.\d+)?/g;

/**
 * How much of an inclusion criterion the note says: of its first thing, of its parts, of all its words; and what it asks
 * for beside (numbers, kinds, bounds). What no rule decides is weighed by these alone.
 */
export function featuresOf({ criterion, covers: all, bounds }: Case): Features {
  const covers = all.filter(({ part }) => !part.isDenied);
  const words = Math.max(1, criterion.words.length);
  const said = covers.reduce((sum, { inAll, part }) => sum + inAll * part.words.length, 0);
  const open = covers.reduce((sum, { inAll, part }) => sum + (1 - inAll) * part.words.length, 0);
  const head = covers.find(({ part }) => part.things.length > 0) ?? covers[0];
  const headOpen = head === undefined ? 0 : (1 - head.inAll) * head.part.words.length;
  const isHeadSaid = head !== undefined && isSaid(head) && !head.isTooOld && !head.isDenied;
  const unsaidThings = covers.filter((cover) => cover.part.things.length > 0 && !isSaid(cover)).length;
  const numbers = criterion.text.replace(calendarYear, "").match(plainNumber)?.length ?? 0;
  return {
    bias: 1,
    coverMost: Math.max(0, ...covers.map(({ inOne }) => inOne)),
    coverWhole: share(said, words),
    partsStated: share(covers.filter(({ inOne }) => inOne >= 0.6).length, covers.length),
    fullShare: share(covers.filter(({ inAll }) => inAll > 0.99).length, covers.length),
    headAll: head?.inAll ?? 0,
    headSaid: flag(isHeadSaid),
    headSaidPlainly: flag(isHeadSaid && headOpen < 0.5),
    headOpen: Math.min(headOpen, 8) / 4,
    open: Math.min(open, 20) / 10,
    anySaid: flag(criterion.isAny && covers.some(isWhollySaid)),
    allSaid: flag(covers.length > 0 && covers.every(isWhollySaid)),
    unsaidThings: Math.min(unsaidThings, 4) / 4,
    subtype: flag(subtype.test(criterion.text)),
    numbers: Math.min(numbers, 4) / 4,
    otherNumber: flag(criterion.hasOtherNumber && bounds.met === 0),
    openBound: flag(bounds.open > 0),
    metBound: flag(bounds.met > 0),
    short: flag(words <= 3),
  };
}
