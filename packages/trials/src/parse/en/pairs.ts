import type { LexiconRow } from "../language.ts";
import { either, type Named } from "../lexicon-rows.ts";

const hepatitisB: Named = ["MONDO:0005344", "hepatitis B virus infection", "乙型肝炎病毒感染"];
const hepatitisC: Named = ["MONDO:0005231", "hepatitis C virus infection", "丙型肝炎病毒感染"];
const alcoholAbuse: Named = ["MONDO:0002046", "alcohol abuse", "酒精滥用"];
const alcoholDependence: Named = ["MONDO:0007079", "alcohol dependence", "酒精依赖"];
const substanceAbuse: Named = ["MONDO:0002491", "substance abuse", "物质滥用"];
const substanceDependence: Named = ["MONDO:0004938", "substance dependence", "物质依赖"];
const typeOne: Named = ["MONDO:0005147", "type 1 diabetes mellitus", "1型糖尿病"];
const typeTwo: Named = ["MONDO:0005148", "type 2 diabetes mellitus", "2型糖尿病"];

/** Two diagnoses whose common word is said once. */
export const pairs: readonly LexiconRow[] = [
  either(
    "{chronic ,known ,}hepatitis b{ virus,}{ (hbv),} {or,and,and/or,/} {hepatitis ,}c{ virus,}{ (hcv),}{ infection, infections,}|hepatitis b/c|{hbv {or,and,and/or,/} hcv}{ infection,}",
    hepatitisB,
    hepatitisC,
  ),
  either(
    "{drug,substance} {or,and,and/or,/} alcohol {abuse,misuse}|alcohol {or,and,and/or,/} {drug,substance} {abuse,misuse}",
    substanceAbuse,
    alcoholAbuse,
  ),
  either(
    "{substance,drug} {abuse,misuse} or dependence|{substance,drug} dependence or {abuse,misuse}",
    substanceAbuse,
    substanceDependence,
  ),
  either("alcohol {abuse,misuse} or dependence|alcohol dependence or {abuse,misuse}", alcoholAbuse, alcoholDependence),
  either(
    "{drug,substance} {or,and,and/or,/} alcohol {{abuse,misuse} or dependence,dependence or {abuse,misuse}}|alcohol {or,and,and/or,/} {drug,substance} {{abuse,misuse} or dependence,dependence or {abuse,misuse}}",
    substanceAbuse,
    substanceDependence,
    alcoholAbuse,
    alcoholDependence,
  ),
  either("{diabetes,dm}{ mellitus,}{ (, ,}type{s,} {1,i}{ or , and , and/or ,/}{type ,}{2,ii}{),}", typeOne, typeTwo),
  either("type {1,i} {or,and/or,/} {type ,}{2,ii} {diabetes,dm}{ mellitus,}", typeOne, typeTwo),
];
