import type { LexiconRow } from "../language.ts";
import { fasting, intent, plan } from "../lexicon-rows.ts";

const adjuvant = "{adjuvant,adjuvantly}";
const neoadjuvant = "{neoadjuvant,neo adjuvant,neoadjuvantly}";
const both =
  "{neoadjuvant,neo adjuvant}{ or , and , and/or ,/, / , or in the }adjuvant|adjuvant{ or , and , and/or ,/, / , or in the }{neoadjuvant,neo adjuvant}|(neo)adjuvant|(neo )adjuvant|(neo-)adjuvant|neo/adjuvant|neo-/adjuvant";
const around = (words: string): string =>
  words
    .split("|")
    .map((one) => `{${one},in {the ,an ,}${one} setting{s,},for ${one} purposes}`)
    .join("|");
const treatment = (words: string): string =>
  words
    .split("|")
    .map((one) => `{as ,given as ,}{an ,}${one} {systemic ,anticancer ,cancer ,}{therap{y,ies},treatment{s,}}`)
    .join("|");

/** What is said of a treatment or a sample besides its name. */
export const circumstances: readonly LexiconRow[] = [
  intent(treatment(both), ["neoadjuvant", "adjuvant"], true),
  intent(treatment(neoadjuvant), ["neoadjuvant"], true),
  intent(treatment(adjuvant), ["adjuvant"], true),
  intent(around(both), ["neoadjuvant", "adjuvant"]),
  intent(around(neoadjuvant), ["neoadjuvant"]),
  intent(around(adjuvant), ["adjuvant"]),
  intent(`${around("palliative")}|palliatively|{with ,of ,}palliative intent`, ["palliative"]),
  fasting(
    "fasting|fasted|{while ,}{in ,}{a ,the ,}{fasting,fasted} {state,condition,conditions,status}|under fasting conditions|{after ,following ,}{an ,}overnight fast{ing,}|at fasting|{after ,following ,}fasting",
    true,
  ),
  fasting("non fasting|nonfasting|non fasted|not fasting|in {a ,the ,}non fasting state", false),
  plan(
    "{is ,are ,was ,were ,has been ,have been ,being ,patients ,}{scheduled,planned,listed,booked,due,planning,plans,plan,intends,intending,intend,anticipated,expected,candidates for and scheduled} {to undergo,to have,to receive,to be treated with,to start,to initiate,to begin,to use,to take,to get}{ a, an, the,}|{is ,are ,was ,were ,has been ,have been ,}{scheduled,listed,booked,due} for|plan{s,} for|{is ,are ,}{awaiting,waiting for}|{on ,}{the ,a ,}{wait,waiting} list for|wait listed for|{will ,about to ,going to ,}{be undergoing}|{will,about to,going to} undergo|planned|scheduled",
  ),
  plan("elective|electively", true),
];
