import type { Assertion } from "@qinghao/clinical";
import type { Knowledge } from "@qinghao/knowledge";
import { type NamedThing, namedThings } from "../concepts.ts";
import { meaningfulWords, type Word } from "../words.ts";
import { assertionAt, scopesOf } from "./assertion.ts";
import { impliedFindings } from "./implied.ts";
import { type NotePerson, personOf } from "./person.ts";
import { splitSentences } from "./sentences.ts";
import { type NoteValue, valuesOf } from "./values.ts";

type Asserted = { readonly assertion: Exclude<Assertion, "planned"> };
export type NoteSentence = {
  readonly number: number;
  readonly text: string;
  readonly words: readonly (Word & Asserted)[];
  readonly things: readonly (NamedThing & Asserted)[];
  /** What the sentence amounts to in a clinician's words. */
  readonly implied: {
    readonly words: readonly (Word & Asserted)[];
    readonly things: readonly (NamedThing & Asserted)[];
  };
};

/** What a note says, each piece with its sentence. */
export type NoteReading = {
  readonly sentences: readonly NoteSentence[];
  readonly person: NotePerson;
  readonly values: readonly NoteValue[];
  /** The sentence that says that the patient consents and will follow the protocol. */
  readonly consent: number | null;
  /** The sentence that says that the patient takes no medicine, or has no illness before. */
  readonly noMedication: number | null;
  readonly noIllness: number | null;
  readonly isChinese: boolean;
};

const consents =
  /(?:provides?|gives?|given|signed|obtain\w*|will(?:ing)?|agree\w*)\b.{0,40}\bconsent\b|\bconsents? to\b|comply with (?:the|all)\b.*\b(?:protocol|study)|(?:签署|同意).{0,12}(?:知情同意|参加)|知情同意/i;
const noMedication =
  /\b(?:takes?|taking|on|uses?|using) no (?:current |regular |chronic |prescription )*(?:medications?|drugs?|medicines?)\b|\bno (?:current |regular |home |chronic )*medications?\b|(?:not|never) (?:taking|on|taken) any (?:\w+ )?(?:medications?|drugs?)|未服用(?:任何)?药物|无(?:长期)?用药史/i;
const noIllness =
  /\bno (?:significant |relevant |notable |other |chronic |known )*(?:past |prior |previous )*(?:medical )?(?:history|problems|illness(?:es)?|conditions)\b(?! of)|\b(?:past |other )?(?:medical )?history (?:is|was) (?:non-?significant|(?:not|un)[- ]?(?:significant|remarkable|contributory)|only significant|non-?contributory)|\bhistory is only\b|\bno underlying (?:disease|illness|condition)s?\b|\bpreviously healthy\b|\botherwise healthy\b|\bhealthy\b|\bunremarkable (?:past )?medical history\b|medical history (?:is|was) (?:un|not )remarkable|既往体健|既往健康|既往史无特殊/i;
/** Longer notes than this are read up to here; hospital course documents stay far below. */
const mostCharacters = 60_000;

/** "Nonsmoker" denies "smoker". */
function saidNot<T extends Word & Asserted>(word: T): T {
  return /^non[a-z]{5,}$/.test(word.text) ? { ...word, text: word.text.slice(3), assertion: "absent" } : word;
}

/** Reads a note once; pure and deterministic. */
export function readNote(knowledge: Knowledge, note: string): NoteReading {
  const plain = splitSentences(note.slice(0, mostCharacters));
  const person = personOf(plain);
  const values = plain.flatMap(({ number, text }) => valuesOf(text, number));
  const sentences = plain.map(({ number, text }): NoteSentence => {
    const scopes = scopesOf(text);
    const ofSentence = values.filter(({ sentence }) => sentence === number);
    const implied = impliedFindings(text, ofSentence, person.age?.years ?? null).map(
      ({ start, means, isRuledOut }) => ({
        means,
        assertion: isRuledOut === true ? ("absent" as const) : assertionAt(scopes, start),
      }),
    );
    const at = <T extends { start: number }>(one: T): T & Asserted => ({
      ...one,
      assertion: assertionAt(scopes, one.start),
    });
    return {
      number,
      text,
      words: meaningfulWords(text).map((word) => saidNot(at(word))),
      things: namedThings(knowledge, text).map(at),
      implied: {
        words: implied.flatMap(({ means, assertion }) =>
          meaningfulWords(means).map((word) => ({ ...word, assertion })),
        ),
        things: implied.flatMap(({ means, assertion }) =>
          namedThings(knowledge, means).map((one) => ({ ...one, kind: "phenotype" as const, assertion })),
        ),
      },
    };
  });
  const sentenceWith = (pattern: RegExp) => plain.find(({ text }) => pattern.test(text))?.number ?? null;
  return {
    sentences,
    person,
    values,
    consent: sentenceWith(consents),
    noMedication: sentenceWith(noMedication),
    noIllness: sentenceWith(noIllness),
    isChinese: /\p{Script=Han}{4}/u.test(note.slice(0, mostCharacters)),
  };
}
