import type { LexiconRow } from "../language.ts";

/** Lengths of time, how they lie to the index date, and the days of a study that stand for it. */
export const times: readonly LexiconRow[] = [
  ["hour{s,}|hr{s,}|h|hrs.", { type: "time-unit", unit: "hour" }],
  [
    "day{s,}|calendar day{s,}|consecutive day{s,}|day(s)|days'|day's|consecutive calendar days",
    { type: "time-unit", unit: "day" },
  ],
  ["week{s,}|wk{s,}|weeks'|week(s)|consecutive week{s,}|week's", { type: "time-unit", unit: "week" }],
  [
    "month{s,}|mo|mos|months'|month(s)|calendar month{s,}|consecutive month{s,}|month's|mths",
    { type: "time-unit", unit: "month" },
  ],
  [
    "year{s,}|yr{s,}|y|yo|y/o|y.o.|years'|year(s)|yrs.|yr.|calendar year{s,}|year's|y.o",
    { type: "time-unit", unit: "year" },
  ],
  [
    "per {day,week,month,hour,year}|/{day,week,month,hour,year}|daily|weekly|monthly|a day|a week|every day|each day|per night",
    { type: "dose-word" },
  ],
  ["within|in|inside of|less than or equal to within", { type: "relation", is: "within" }],
  [
    "before|prior to|prior|preceding|previous to|leading up to|pre|in advance of|earlier than|ahead of|prior the|prior of",
    { type: "relation", is: "before" },
  ],
  ["after|following|post|from the time of|subsequent to|beyond the", { type: "relation", is: "after" }],
  [
    "during|throughout|over|over the course of|for the duration of|in the course of|while on|at any time during",
    { type: "relation", is: "during" },
  ],
  [
    "{within ,in ,during ,over ,for ,}the {last,past,previous,preceding,prior,most recent}|{in,within,during,over} {last,past,previous,preceding,prior}|last|past|preceding|{within,in,during,over} the immediately {preceding,prior}",
    { type: "relation", is: "last" },
  ],
  ["ago|earlier|previously", { type: "relation", is: "ago" }],
  [
    "for|lasting|for a period of|for a minimum of|for the duration|for a duration of|duration of|a period of|for a total of",
    { type: "relation", is: "for" },
  ],
  ["since|from the date of", { type: "relation", is: "since" }],
  ["{in ,within ,during ,over ,}the next|in the following|future", { type: "relation", is: "next" }],
  [
    "{the ,}{study ,treatment ,}{screening,enrolment,enrollment,randomisation,randomization,registration,entry,inclusion,baseline,accrual,recruitment} {visit,period,phase,date,procedures,day,assessment,}|{the ,}{time of ,date of ,day of ,start of ,}{screening,enrolment,enrollment,randomisation,randomization,registration,study entry,entry,inclusion,baseline,study enrollment,study inclusion,accrual,recruitment,study start,trial entry,study registration,study randomization,patient enrollment,enrolling}|{the ,}{study,trial} {start,entry,initiation,commencement,day 1,participation,enrollment,enrolment,inclusion,registration,onset,baseline}|{the ,}{start,initiation,beginning,commencement,onset} of {the ,}{study,trial,screening,study treatment,treatment,therapy,protocol therapy,protocol treatment,study drug,study medication,study therapy,dosing,investigational product,study intervention,study drug administration,study drug treatment,run in,run in period}",
    { type: "anchor" },
  ],
  [
    "{the ,}{first,initial} {dose,administration,dosing,day,infusion,injection} of {the ,}{study drug,study treatment,study medication,study agent,investigational product,study therapy,study product,investigational medicinal product,imp,study vaccine,study intervention,treatment,protocol therapy,protocol treatment,trial treatment,trial medication,test drug,test product,the drug,medication,investigational agent,study,therapy,drug}|{the ,}first {study drug ,study ,}{dose,dosing,study treatment,treatment,administration,vaccination,infusion,injection,visit,drug administration,study drug administration}|cycle 1 day 1|cycle 1, day 1|c1d1|day 1|day 0|day -1|{study ,}visit {1,2,0}|first drug administration|{the ,}study {drug,treatment,medication,agent,product,therapy} {administration,initiation,start,dosing}|dosing|treatment start|{initiating,starting,receiving,beginning,commencing,entering} {the ,}{study,trial,study treatment,protocol therapy,study drug,study medication,treatment,study therapy}|{signing ,signature of ,signing of ,obtaining ,}{the ,}{date of ,}{signed ,}informed consent form{ (icf),}|{signing,signature of,signing of,obtaining}{ the,} icf|{signing,signature of,obtaining} {the ,}{informed ,}consent|{study ,}index date|allocation|enrollment into {the ,}{study,trial}|entering {the ,}{study,trial}|entry into {the ,this ,}{study,trial}|enrolment in {the ,}{study,trial}|enrollment in {the ,this ,}{study,trial}|inclusion in {the ,}{study,trial}|start of {the ,}study|joining the study|participation in {the ,this ,}{study,trial}|the study|study|trial|the trial|this study|the current study",
    { type: "anchor" },
  ],
];
