import type { LexiconRow } from "../language.ts";
import { after, before } from "../lexicon-rows.ts";
import type { Operator } from "../mark.ts";

const age = (place: "before" | "after", op: Operator) => ({ type: "comparator", op, place, implies: "age" }) as const;

const numberWords: readonly [string, number][] = [
  ["one|once|single", 1],
  ["two|twice", 2],
  ["three", 3],
  ["four", 4],
  ["five", 5],
  ["six", 6],
  ["seven", 7],
  ["eight", 8],
  ["nine", 9],
  ["ten", 10],
  ["twelve", 12],
  ["fifteen", 15],
  ["eighteen", 18],
  ["twenty", 20],
  ["twenty one", 21],
  ["twenty four", 24],
  ["thirty", 30],
  ["sixty", 60],
];

/** Comparators, ranges, numbers in words, limits of normal. */
export const comparisons: readonly LexiconRow[] = [
  [
    "older than|aged over|aged above|over the age of|above the age of|older than the age of|greater than the age of|{over,above} age{ of,}|older than age",
    age("before", ">"),
  ],
  [
    "younger than|aged under|aged below|under the age of|below the age of|less than the age of|aged less than|{under,below} age{ of,}|younger than age",
    age("before", "<"),
  ],
  ["older than or equal to|no younger than|not younger than|at least the age of", age("before", ">=")],
  ["no older than|not older than|up to the age of", age("before", "<=")],
  [
    "or older|and older|or elder|and elder|years and older|and/or older|& older|or older than|or more years of age|and above years of age|year and older",
    age("after", ">="),
  ],
  ["or younger|and younger", age("after", "<=")],
  [
    "≥|>=|=>|> =|= >|≧|>/=|>or=|> or =|> / =|≥/=|= or >|=/>|+/>|greater than or equal to|greater than or equal|greater or equal to|equal or greater to|equal to and greater than|greater or equal than|greater than/equal to|greater than or equals|equal or greater than|equal to or greater than|equal or superior to|equal to or above|equal or above|equal or more than|equal to or more than|more than or equal to|more or equal to|more than or equal|higher than or equal to|higher or equal to|at or above|superior or equal to|above or equal to|larger than or equal to|bigger or equal to|at least|a minimum of|minimum of|minimum|no less than|not less than|no lower than|not lower than|not below|no fewer than|not under|must be at least|over or equal to|as low as|min.",
    before(">="),
  ],
  [
    "≤|£|<=|=<|< =|= <|≦|</=|<or=|< or =|< / =|≤/=|= or <|=/<|less than or equal to|less than or equal|less or equal to|equal or less to|equal and less than|less or equal than|lower than or equal to|lower or equal to|equal or less than|equal to or less than|equal or lower than|equal to or lower than|equal to or below|equal or inferior to|inferior or equal to|below or equal to|smaller than or equal to|at or below|at most|a maximum of|maximum of|maximum|up to|no more than|not more than|no greater than|not greater than|not exceeding|not exceed|does not exceed|must not exceed|no higher than|not higher than|not above|not over|under or equal to|max.|as high as|max",
    before("<="),
  ],
  [
    ">|greater than|greater then|greater|more than|more then|higher than|higher|above|over|exceeding|exceeds|exceed|in excess of|superior to|larger than|bigger than|of more than|elevated above|longer than|upwards of|elevated >|beyond",
    before(">"),
  ],
  [
    "<|less than|less then|lower than|lower|below|under|fewer than|smaller than|inferior to|shorter than|<<",
    before("<"),
  ],
  ["=|equal to|equals|equal|of exactly|exactly", before("=")],
  [
    "or {greater,more,above,higher,over,longer,better,later,worse,upper,larger,up}|and {above,over,up,upwards,upper,onwards}|+|or over|& above|or =>",
    after(">="),
  ],
  ["or {less,below,lower,fewer,under,shorter,earlier,smaller}|and {below,under}", after("<=")],
  [
    "between|from|range|ranging from|range of|ranging between|in the range of|in the range|range from|within the range of|within the range|ranged from|of between",
    { type: "range", role: "between" },
  ],
  ["-|~|to|through|thru|–|till|until|up to and including|÷|...", { type: "range", role: "to" }],
  ["x|×|times|time|fold|*|xs|✕|folds|multiplied by|-fold", { type: "times" }],
  [
    "{institutional ,laboratory ,local ,lab ,site ,local laboratory ,institution ,institutional laboratory ,laboratory's ,central laboratory ,}{upper,uppper} {limit,limits} of {the ,}{normal,norm,normals,normality,reference range,normal range,the normal range,normal value,normal values,laboratory normal,reference,the reference range,normal limit,institutional normal,the institutional normal,the institutional normal range,institutional normal range}|{institutional ,institution's ,lab ,local ,}{uln,iuln,ulrr,unl,uln's,nul}|upper normal {limit,limits,range,value}|upper normal|normal upper limit|upper reference {limit,range}|upper limit of the laboratory {normal ,}{range,reference range,}|upper limit|upper limits|upper institutional limits|upper range of normal|upper boundary of normal|upper institutional limit|institutional upper limit|institutional uln|normal {limit,limits} uln|the normal value|institutional normal|limit of normal|limits of normal",
    { type: "limit", side: "upper" },
  ],
  [
    "{institutional ,laboratory ,local ,}lower {limit,limits} of {the ,}{normal,norm,normal range,normal value,reference range}|lln|illn|lower normal limit|normal lower limit|lower limit of the normal range|institutional lln",
    { type: "limit", side: "lower" },
  ],
  [
    "{within,in} {the ,}{institutional ,}normal {limits,range,limit,ranges}|{within,in} {the ,}normal institutional {limits,limit,range,ranges}|within {institutional ,}{normal,limits of normal}|wnl|in the normal range",
    { type: "result", is: ["normal"] },
  ],
  ...numberWords.map(([words, value]): LexiconRow => [words, { type: "number", value, form: "word" }]),
];
