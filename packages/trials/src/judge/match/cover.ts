import type { ConceptRelations, NamedThing, Relation } from "../concepts.ts";
import type { CriterionReading, Part } from "../criterion/read-criterion.ts";
import { elapsedDays } from "../note/elapsed.ts";
import type { NoteReading, NoteSentence } from "../note/read-note.ts";
import { isSameWord } from "../words.ts";

/** How much of what one part of a criterion says the note says too. */
export type PartCover = {
  readonly part: Part;
  /** Share of the part's words that the note says of the patient: in its best sentence, and in all together. */
  readonly inOne: number;
  readonly inAll: number;
  /** Strongest relation of a thing that the part names to one that the note says of the patient. */
  readonly relation: Relation | null;
  /** Every thing that the part names is denied by the note. */
  readonly isDenied: boolean;
  /** What matched lies further back than the criterion's window. */
  readonly isTooOld: boolean;
  /** What matched is known to lie inside the window, or the criterion has none. */
  readonly isInTime: boolean;
  readonly sentences: readonly number[];
  /** What those sentences say. */
  readonly texts: readonly string[];
  readonly deniedIn: readonly number[];
  /** Where the note names another kind of what the part names. */
  readonly otherKindIn: readonly number[];
};

/** "Two years ago" is not measured in days. */
const slack = 1.1;
const strength: Readonly<Record<Relation, number>> = { same: 4, covers: 3, wider: 2, related: 1 };

/** Compares each part of a criterion with each sentence of a note. Cost: words of the criterion times words of the note. */
export function coverParts(note: NoteReading, criterion: CriterionReading, relations: ConceptRelations): PartCover[] {
  return criterion.parts.map((part) => coverPart(note, criterion, part, relations));
}

function coverPart(note: NoteReading, criterion: CriterionReading, part: Part, relations: ConceptRelations): PartCover {
  const union = new Set<number>();
  const perSentence: { number: number; share: number; hasThing: boolean; text: string }[] = [];
  let relation: Relation | null = null;
  const deniedThings = new Set<NamedThing>();
  const presentThings = new Set<NamedThing>();
  const deniedIn = new Set<number>();
  const otherKindIn = new Set<number>();
  for (const sentence of note.sentences) {
    if (sentence.number === note.consent) continue;
    const covered = wordsSaid(sentence, part);
    let hasThing = false;
    for (const thing of part.things) {
      for (const said of [...sentence.things, ...sentence.implied.things]) {
        if (said.assertion === "present" && relations.areSiblings(said, thing)) otherKindIn.add(sentence.number);
        const found = relations.of(said, thing);
        if (found === null) continue;
        if (said.assertion === "absent" || said.assertion === "family") {
          if (found === "related") continue;
          if (said.assertion === "absent") {
            deniedThings.add(thing);
            deniedIn.add(sentence.number);
          }
          continue;
        }
        if (relation === null || strength[found] > strength[relation]) relation = found;
        if ((found !== "same" && found !== "covers") || said.assertion === "possible") continue;
        hasThing = true;
        presentThings.add(thing);
        for (const [at, word] of part.words.entries())
          if (thing.start <= word.start && word.end <= thing.end) covered.add(at);
      }
    }
    if (deniesWords(sentence, part)) deniedIn.add(sentence.number);
    for (const at of covered) union.add(at);
    if (covered.size > 0)
      perSentence.push({
        number: sentence.number,
        share: covered.size / part.words.length,
        hasThing,
        text: sentence.text,
      });
  }
  const best = Math.max(0, ...perSentence.map(({ share }) => share));
  const chosen = perSentence.filter(({ share, hasThing }) => hasThing || (share >= 0.5 && share >= best - 0.01));
  return {
    part,
    inOne: best,
    inAll: union.size / part.words.length,
    relation,
    isDenied:
      part.things.length > 0 && part.things.every((thing) => deniedThings.has(thing) && !presentThings.has(thing)),
    ...inWindow(chosen, criterion.windowDays, note),
    sentences: chosen.map(({ number }) => number),
    texts: chosen.map(({ text }) => text),
    deniedIn: [...deniedIn].sort((a, b) => a - b),
    otherKindIn: [...otherKindIn].sort((a, b) => a - b),
  };
}

function wordsSaid(sentence: NoteSentence, part: Part): Set<number> {
  const covered = new Set<number>();
  for (const [at, word] of part.words.entries())
    if (
      [...sentence.words, ...sentence.implied.words].some(
        ({ text, assertion }) => assertion === "present" && isSameWord(text, word.text),
      )
    )
      covered.add(at);
  return covered;
}

/** Whether a sentence denies all of what the part says. */
const deniesWords = (sentence: NoteSentence, part: Part): boolean =>
  part.words.every((word) =>
    sentence.words.some(({ text, assertion }) => assertion === "absent" && isSameWord(text, word.text)),
  );

/** What lasts up to now, or is taken now, lies in every window that ends now. */
const isOngoing =
  /\b(?:for|over|in|during) the (?:past|last)\b|\bsince\b|\bcurrent(?:ly)?\b|\bnow\b|\b(?:uses|takes|using|taking|(?:is|was) on|maintained on|under treatment|managed with|treated with|(?:home |current )?medications? (?:are|is|include\w*|history includes))\b|目前|现服/i;

/** What the patient had before; without such words a sentence tells of now. */
const isPast =
  /\b(?:history|h\/o|s\/p|status post|past|prior|previous(?:ly)?|earlier|ago|since childhood|childhood|had (?:a|an|been)|underwent|years? (?:before|old)|resolved)\b/i;

function inWindow(
  chosen: readonly { text: string; number: number }[],
  windowDays: number | null,
  note: NoteReading,
): { isTooOld: boolean; isInTime: boolean } {
  if (windowDays === null) return { isTooOld: false, isInTime: true };
  const age = note.person.age?.years ?? null;
  if (chosen.some(({ text }) => isOngoing.test(text))) return { isTooOld: false, isInTime: true };
  const elapsed = chosen.map(({ text }) => elapsedDays(text, age));
  const isOpening = chosen.some(({ number }, at) => elapsed[at] === null && number <= (note.sentences[0]?.number ?? 0));
  return {
    isTooOld: chosen.length > 0 && elapsed.every((days) => days !== null && days > windowDays * slack),
    isInTime:
      isOpening ||
      chosen.some(({ text }, at) => elapsed[at] === null && !isPast.test(text)) ||
      elapsed.some((days) => days !== null && days <= windowDays * slack),
  };
}
