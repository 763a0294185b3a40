/** A word of a text that carries meaning of its own, lower case. */
export type Word = { readonly text: string; readonly start: number; readonly end: number };

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word !== ""));

/** Words that name nothing: grammar, and what every criterion and note says. */
const empty = list(`
  pathologically histologically cytologically radiologically radiographically clinically microbiologically histological histologic pathologic cytologic
  proven verified established guideline guidelines objective objectively suffering consistent compatible characterized characterised well
  complete completed completing partial mosaic isolated classic onset course non deny denies denied denying absence absent negative free ruled lack never indicated
  the and for with without that this these those from into onto over under than then them they their there here who whom whose which what when where while
  has have had having are was were been being will would shall should may might must can could does did done not nor but any all each every both either neither
  one two three four five six more most less least few some such same other others another only also very just because since until upon within during before
  after prior between among about above below per via due her his him she its our your you out off own too yet again further once
  patient patients subject subjects participant participants person people individual individuals volunteer volunteers adult adults man men woman women male males female younger older gender race racial ethnic ethnicity sex sexes aged
  females boy girl child children infant infants old year years yo month months week weeks day days hour hours minute minutes time times age aged ages
  history known diagnosis diagnosed diagnostic diagnose documented document confirmed confirm evidence presence present presents presenting presented include includes including
  included exclude excluded excluding exclusion inclusion criteria criterion eligible eligibility study trial protocol enrollment enrolled enrolment screening baseline entry
  randomization defined definition determined according based following follows meet meets meeting least disease diseases disorder disorders condition conditions medical clinical
  clinically currently current past previous previously recent recently received receiving receive undergo undergoes undergoing underwent undergone treated treatment treatments
  therapy therapies medication medications drug drugs use used using usage given taking take taken requiring require required requires need needs needed
  able ability unable willing considered suitable appropriate adequate inadequate associated related concomitant concurrent existing pre pre-existing
  type types form forms etc eg ie example reported reports report shows show showed reveals revealed found find finding findings noted seen experience experienced experiences suffering
  suffer suffers complain complains complaints complaining suspected suspicion suspect possible potential potentially likely underlying various several different new see
  either affect affecting affects interfere interferes opinion investigator investigators physician doctor hospital clinic emergency department admitted admission brought
  state states sustain sustained signs sign symptoms symptom symptomatic level levels value values result results test tests tested testing normal abnormal greater equal less than higher lower upper limit
  first second third least initial visit informed consent written provide provides provided sign signed of to in on at by is be as or an it if no so up do he we us am
`);

/** Chinese words that every criterion and note says. */
const emptyHan =
  /经(?=组织|病理|细胞)|组织学|细胞学|病理学?|影像学|证实|确诊|患者|受试者|病人|入组|研究|筛选|诊断|明确|既往|目前|近期|曾经|存在|具有|以及|或者|任何|其他|包括|进行|治疗|接受|使用|疾病|病史|符合|需要|可能|应当|必须|愿意|能够/g;

/**
 * Meaningful words of a text, left to right: Latin words without endings such as the possessive, and pairs of
 * neighbouring Chinese characters. Deterministic, linear in the text.
 */
export function meaningfulWords(written: string): Word[] {
  const text = written.replaceAll("ï", "i").replaceAll("é", "e");
  const found: Word[] = [];
  for (const match of text.matchAll(/[A-Za-z][A-Za-z0-9]*(?:[-'’][A-Za-z0-9]+)*/g)) {
    const whole = match[0].toLowerCase().replace(/['’]s$/, "");
    let at = match.index;
    for (const part of whole.split("-")) {
      const bare = part.replace(/['’]/g, "");
      if (bare.length >= 2 && !empty.has(bare) && !(bare.length === 2 && match[0] !== match[0].toUpperCase()))
        found.push({ text: bare, start: at, end: at + part.length });
      at += part.length + 1;
    }
  }
  const han = text.replace(emptyHan, (words) => " ".repeat(words.length));
  for (const match of han.matchAll(/\p{Script=Han}{2,}/gu))
    for (let at = 0; at + 2 <= match[0].length; at++)
      found.push({ text: match[0].slice(at, at + 2), start: match.index + at, end: match.index + at + 2 });
  return found.sort((a, b) => a.start - b.start);
}

/** Whether two words are forms of one ("abdomen", "abdominal"): the same beginning over most of the shorter one. */
export function isSameWord(a: string, b: string): boolean {
  if (a === b) return true;
  const shorter = Math.min(a.length, b.length);
  if (shorter <= 4) return shorter >= 3 && (isEnding(a, b) || isEnding(b, a));
  let common = 0;
  while (common < shorter && a[common] === b[common]) common++;
  return common >= Math.max(shorter <= 7 ? 4 : 5, Math.ceil(shorter * 0.66)) && shorter - common <= 4;
}

const isEnding = (short: string, long: string): boolean =>
  long.startsWith(short) && /^(?:s|es|ed|ing|er|ers)$/.test(long.slice(short.length));
