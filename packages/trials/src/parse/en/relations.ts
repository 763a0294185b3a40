import type { LexiconRow } from "../language.ts";
import { difference, endpoint, outcome } from "../lexicon-rows.ts";

/** Words that relate events and results to each other in time, and grades of harm. */
export const relations: readonly LexiconRow[] = [
  [
    "{must have ,should have ,have ,has ,must ,will have ,}{elapsed,passed} {from,since}{ the, any, any prior, their,}",
    { type: "relation", is: "since" },
  ],
  [
    "{must have ,should have ,have ,has ,must ,will have ,}{elapsed,passed}|{in which case,for whom}",
    { type: "filler" },
  ],
  [
    "{elimination ,terminal ,plasma ,drug ,}half li{fe,ves}{ of the drug, of the agent, of that drug, of the compound, of the medication, of the investigational drug, of the study drug,}|half-lives",
    { type: "half-lives" },
  ],
  [
    "{whichever,which ever} {is ,was ,}{the ,}{longer,longest,greater,later,more}{ period, time,}",
    { type: "choice", is: "wider" },
  ],
  [
    "{whichever,which ever} {is ,was ,}{the ,}{shorter,shortest,less}{ period, time,}",
    { type: "choice", is: "narrower" },
  ],
  endpoint(
    "{the ,their ,his ,her ,}{last,final,most recent,latest} {dose,doses,administration,cycle,course,infusion,injection,treatment,dosing,receipt,exposure,intake,use,fraction,session} {of,with,to}{ the, any, prior, previous, their,}",
    "end",
    "latest",
  ),
  endpoint("{the ,their ,}{last,final,most recent} {dose,cycle,course,line} of {prior ,previous ,}", "end", "latest"),
  endpoint(
    "{the ,their ,}{completion,end,discontinuation,cessation,conclusion,termination,stopping} of{ the, any, all, prior, previous, their, last,}|{completing,finishing,stopping,discontinuing,ending}{ the, any, all, prior, previous, their,}|completed",
    "end",
  ),
  endpoint("{the ,their ,}{first,initial} {dose,administration,cycle,infusion,injection,course} of", "start", "first"),
  endpoint("{the ,their ,}{start,initiation,beginning,commencement,onset} of|initiating|beginning", "start"),
  outcome(
    "{disease ,tumor ,tumour ,radiographic ,radiological ,objective ,clinical ,}progression{ of disease, of the disease, of their disease,}|progressed",
    "MESH:D018450",
    "Disease Progression",
    "疾病进展",
  ),
  outcome(
    "{disease ,tumor ,tumour ,cancer ,}{recurrence,relapse}{ of disease, of the disease,}|recurred|relapse",
    "MESH:D012008",
    "Recurrence",
    "复发",
  ),
  difference("{increase{s,d,},rise,gain,elevation} {of,in,by}|{increase,rise}", "up"),
  difference("{decrease{s,d,},reduction,drop,decline,fall,loss} {of,in,by}|{decrease,decline,reduction}", "down"),
  difference("{change,difference,variation,fluctuation} {of,in,by}|change", "any"),
  difference("{improvement,fall,drop,variation} {from,between}", "any"),
  [
    "{toxicit{y,ies},toxic effects,side effects,adverse {effect,effects,event,events,reaction,reactions},treatment related toxicit{y,ies},treatment related adverse events,drug related toxicit{y,ies},aes}",
    { type: "toxicity" },
  ],
  [
    "{resolved,recovered,resolution,recovery,returned,resolve,recover,return,improved,reduced}{ to, to a, to at least,}",
    { type: "recovery" },
  ],
  [
    "{nci ,per ,by ,the ,per the ,as per ,by the ,according to ,according to the ,based on ,using ,on the ,national cancer institute ,}{nci ,national cancer institute ,}{ctcae,nci-ctcae,ctc ae,ctc,nci-ctc,common terminology criteria for adverse events,common toxicity criteria for adverse events,common toxicity criteria}{ (ctcae), (nci ctcae), (nci-ctcae), (ctc),}{ {version,v,ver,v.}{ ,}{2.0,3.0,3,4.0,4,4.03,4.02,5.0,5},v{2.0,3.0,3,4.0,4,4.03,5.0,5}, {2.0,3.0,4.0,4.03,5.0},}{ {scale,criteria,grading},}",
    { type: "filler" },
  ],
];
