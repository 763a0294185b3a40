import type { Case } from "../case.ts";
import { type Topic, topics } from "../criterion/topics.ts";
import type { PartCover } from "../match/cover.ts";

/** Numbers that the model weighs, by name. All lie about between 0 and 2. */
export type Features = Readonly<Record<string, number>>;

const isOf = (kinds: readonly string[]) => (thing: { kind: string }) => kinds.includes(thing.kind);
const share = (count: number, of: number): number => (of === 0 ? 0 : count / of);
const largest = (covers: readonly PartCover[], of: (cover: PartCover) => number): number =>
  Math.max(0, ...covers.map(of));
const flag = (is: boolean): number => (is ? 1 : 0);

const tellsHistory =
  /\b(?:history|known|denie[sd]|medications?|previous(?:ly)?|diagnosed|currently tak\w+|past medical)\b|病史|既往|否认/i;

/** What is known of a case beside what the rules decide. */
export function featuresOf({ note, criterion, covers: all, bounds }: Case): Features {
  const covers = criterion.type === "inclusion" ? all.filter(({ part }) => !part.isDenied) : all;
  const words = Math.max(1, criterion.words.length);
  const said = covers.reduce((sum, { inAll, part }) => sum + inAll * part.words.length, 0);
  const things = criterion.things;
  const isThereDisease = things.some(isOf(["disease", "phenotype"]));
  const noteWords = note.sentences.reduce((sum, sentence) => sum + sentence.words.length, 0);
  const related = (relation: PartCover["relation"]) =>
    flag(covers.some((cover) => cover.relation === relation && !cover.isTooOld));
  const ofTopics = Object.fromEntries(topics.map((topic: Topic) => [topic, flag(criterion.topics.has(topic))]));
  return {
    ...ofTopics,
    bias: 1,
    coverMost: largest(covers, ({ inOne }) => inOne),
    coverWhole: share(said, words),
    coverFull: flag(covers.some(({ inOne }) => inOne > 0.99)),
    same: related("same"),
    covers: related("covers"),
    wider: related("wider"),
    related: related("related"),
    partsStated: share(covers.filter(({ inOne }) => inOne >= 0.6).length, covers.length),
    absenceBroken: flag(all.some(({ part, inOne }) => part.isDenied && inOne > 0.5)),
    deniedSomewhere: flag(all.some(({ deniedIn }) => deniedIn.length > 0)),
    otherNumber: flag(criterion.hasOtherNumber && bounds.met === 0),
    headSame: flag(covers.find(({ part }) => part.things.length > 0)?.relation === "same"),
    openBound: flag(bounds.open > 0),
    bareBound: flag(bounds.open > 0 && !isThereDisease && !criterion.topics.has("severity")),
    metBound: flag(bounds.met > 0),
    ageFits: flag(criterion.age !== null),
    hasDisease: flag(isThereDisease),
    hasFinding: flag(things.some(isOf(["phenotype"]))),
    hasDrug: flag(things.some(isOf(["drug", "drug-class"]))),
    hasProcedure: flag(things.some(isOf(["procedure"]))),
    namesNothing: flag(things.length === 0),
    isAny: flag(criterion.isAny),
    hasWindow: flag(criterion.windowDays !== null),
    length: Math.log(words) / 3,
    tellsHistory: flag(note.sentences.some(({ text }) => tellsHistory.test(text))),
    noteLength: Math.log(Math.max(1, noteWords)) / 4,
  };
}
