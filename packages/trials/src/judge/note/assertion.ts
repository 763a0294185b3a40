import type { Assertion } from "@qinghao/clinical";

/** A stretch of a sentence in which things are said not to be, to be a relative's, or to be only possible. */
export type Scope = {
  readonly start: number;
  readonly end: number;
  readonly assertion: Exclude<Assertion, "present" | "planned">;
};

type Cue = {
  readonly pattern: RegExp;
  readonly assertion: Scope["assertion"];
  /** Reaches no further than a comma. */
  readonly isShort?: boolean;
};

const kin =
  "(?:mother|father|parents?|brothers?|sisters?|siblings?|uncles?|aunts?|grand(?:mother|father|parents?)|cousins?|relatives?|wife|husband|sons?|daughters?|spouse|twin|roommate|classmates?|coworkers?)";
/** Cues that reach forward to the end of their clause. */
const forward: readonly Cue[] = [
  {
    pattern:
      /\b(?:no (?:known |significant |apparent |prior |previous |past |other |clear |acute |current |recent |further )*(?:evidence|signs?|symptoms?|history|findings?|complaints?|family history)(?: of| for)?|no|non(?!-)|none of|denie[sd]|deny(?:ing)?|\w+n['’]t|without|negative for|absence of|free of|free from|not|never|ruled out|rules out|excluded|unremarkable for|nor)\b/gi,
    assertion: "absent",
  },
  { pattern: /\black(?:s|ed|ing)?(?: of)?\b/gi, assertion: "absent", isShort: true },
  {
    pattern: new RegExp(
      `\\bfamily history\\b|\\b${kin}\\b(?=(?:['’]s)?(?:\\s+\\w+){0,2}?\\s+(?:had|has|have|also|was|were|is|are|underwent|died|with|diagnosed|suffers?|suffered|developed|who|history)\\b)|\\b(?:in|of) (?:her|his|the|a|an older|a younger) ${kin}\\b`,
      "gi",
    ),
    assertion: "family",
  },
  {
    pattern:
      /\b(?:suspected|suspicious for|suspicion (?:of|for)|suspects?|possible|possibly|probable|probably|concern(?:s|ed|ing)?(?: for| of| about)|rule out|r\/o|evaluate for|evaluation for|to exclude|differential|questionable|risk of|at risk for|likely|if|should|prevent|screening for|candidates? for|scheduled for|planned for|considering|recommends?|will undergo|offered)\b/gi,
    assertion: "possible",
  },
  { pattern: /否认|没有|未见|未闻及|未触及|未发现|未提示|无明显|无|未|不伴|排除|除外|不/g, assertion: "absent" },
  {
    pattern: /家族史|家族|父亲|母亲|父母|兄弟|姐妹|哥哥|姐姐|弟弟|妹妹|祖父|祖母|亲属|配偶|丈夫|妻子/g,
    assertion: "family",
  },
  { pattern: /疑似|可疑|怀疑|可能|考虑|待排|待查/g, assertion: "possible" },
];
/** Cues that stand behind what they deny. */
const backward =
  /\b(?:(?:was|were|is|are|been|came back|came out)\s+(?:\w+\s+)?(?:negative|absent|ruled out|excluded|unremarkable|denied|normal)|阴性)\b|[（(]?[-－]{1}[)）]|阴性/g;
const clauseEnd =
  /[;:；。]|,?\s+\b(?:but|however|although|though|except|yet|which|whereas|who|that|because|due to|secondary to|until|despite)\b|,\s+(?:and\s+)?(?:she|he|they|the|his|her|it|there|has|is|was|presents?|reports?|found|a|an|other|with)\b|\s+(?:presents?|presented|presenting|comes|came|(?:is|was) (?:brought|admitted|referred|seen))\s+(?:to|with|for|in|at|by)\b|\s+and\s+(?:she|he|they|is|was|has|had|presents?|reports?|complains?|found|increased|positive|leans)\b|但|不过|，(?:有|可见|伴|患者|查|现|示)/gi;
/** "Tobacco-free", "treatment-naive": the denial stands behind one word. */
const ofOneWord = /\b([A-Za-z]{4,})(?:-free\b| free for\b|[- ]na[iï]ve\b)/gi;
/** "Non-diabetic" denies one word; "non-small cell" and "non-Hodgkin" are names. */
const hyphened =
  /\bnon-(?!small|hodgkin|alcoholic|insulin|squamous|ST\b|Q\b|ischa?emic|muscle|invasive|productive|steroid)([a-z]+)/gi;
/** Words that begin like a denial and are none. */
const eitherWay = /\bwith (?:or|and\/or|and) without\b|\bregardless of\b|\bwhether or not\b/gi;
const noDenial =
  /\b(?:not only|no (?:other|additional|further (?:\w+ )?(?:lesions?|findings?))\b|without (?:another|other|further)|without or with|without limitation|no change|no longer|not (?:increased|relieved|improved?|improving|controlled|respond\w*|resolved|wearing|well|been able|able|eat\w*|tolerat\w*|sleep\w*)|no increase|无效|不适|无力|不全|不足|不稳|不良|不规律|无痛|未控制|未婚|未分化)/gi;

/** Scopes of a sentence; where several cover a place, absence of a relative's disease is the relative's. */
export function scopesOf(sentence: string): Scope[] {
  const found: Scope[] = [];
  const spared = [
    ...[...sentence.matchAll(noDenial)].map(({ index }) => index),
    ...[...sentence.matchAll(eitherWay)].map((match) => match.index + match[0].search(/without|not\b|$/)),
  ];
  const ends = [...sentence.matchAll(clauseEnd)].map(({ index }) => index);
  const endOfClause = (from: number): number => firstFrom(ends, from) ?? sentence.length;
  for (const { pattern, assertion, isShort } of forward) {
    for (const match of sentence.matchAll(pattern)) {
      if (assertion === "absent" && spared.includes(match.index)) continue;
      const start = match.index + match[0].length;
      const comma = isShort === true ? sentence.indexOf(",", start) : -1;
      found.push({ start, end: comma >= 0 ? comma : endOfClause(start), assertion });
    }
  }
  for (const match of sentence.matchAll(backward)) {
    const start = startOfClause(sentence, match.index);
    found.push({ start, end: match.index, assertion: "absent" });
  }
  for (const match of sentence.matchAll(hyphened))
    found.push({ start: match.index, end: match.index + match[0].length, assertion: "absent" });
  for (const match of sentence.matchAll(ofOneWord))
    found.push({ start: match.index, end: match.index + match[1]!.length, assertion: "absent" });
  return found;
}

/** The first of ascending numbers that is not below another. */
function firstFrom(ascending: readonly number[], least: number): number | undefined {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return ascending[low];
}

function startOfClause(sentence: string, to: number): number {
  const before = sentence.slice(0, to);
  return (
    Math.max(
      before.lastIndexOf(","),
      before.lastIndexOf(";"),
      before.lastIndexOf("，"),
      before.lastIndexOf("；"),
      before.lastIndexOf("。"),
    ) + 1
  );
}

/** What the scopes say of the words at a place; a relative's before absent before possible. */
export function assertionAt(scopes: readonly Scope[], start: number): Exclude<Assertion, "planned"> {
  const over = scopes.filter((scope) => scope.start <= start && start < scope.end);
  for (const assertion of ["family", "absent", "possible"] as const)
    if (over.some((scope) => scope.assertion === assertion)) return assertion;
  return "present";
}
