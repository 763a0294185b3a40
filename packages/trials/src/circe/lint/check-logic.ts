import { domainOf } from "../domains.ts";
import type { CirceCohortExpression, CirceCorrelated, CirceGroup } from "../schema.ts";
import type { CirceOccurrence, CirceWindow } from "../values.schema.ts";
import { type CirceFinding, finding } from "./findings.ts";
import type { CriterionSite, GroupSite, Sites } from "./sites.ts";
import { partWords, ruleWords, type Words } from "./words.ts";

/** JSON with sorted keys, so that the same criterion written in another order is the same. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

const occurrenceWords: readonly Words[] = [
  { en: "exactly", zh: "恰好" },
  { en: "at most", zh: "至多" },
  { en: "at least", zh: "至少" },
];

function say({ Type, Count }: CirceOccurrence): Words {
  const words = occurrenceWords[Type];
  return { en: `${words?.en} ${Count}`, zh: `${words?.zh} ${Count} 次` };
}

const lowest = ({ Type, Count }: CirceOccurrence): number => (Type === 1 ? 0 : Count);
const highest = ({ Type, Count }: CirceOccurrence): number => (Type === 2 ? Number.POSITIVE_INFINITY : Count);

/** Two counts of the same events within an ALL group that no number satisfies. */
function contradictions({ group, pointer, part }: GroupSite): CirceFinding[] {
  if ((group.Type ?? "ALL").toUpperCase() !== "ALL") return [];
  const asked = (group.CriteriaList ?? []).flatMap((correlated) =>
    correlated.Occurrence == null
      ? []
      : [{ key: canonical({ ...correlated, Occurrence: null }), count: correlated.Occurrence }],
  );
  const findings: CirceFinding[] = [];
  asked.forEach((one, at) => {
    for (const other of asked.slice(at + 1)) {
      if (one.key !== other.key) continue;
      const low = Math.max(lowest(one.count), lowest(other.count));
      const high = Math.min(highest(one.count), highest(other.count));
      const details = { what: part, one: say(one.count), other: say(other.count) };
      if (low > high) findings.push(finding("contradiction", pointer, details));
    }
  });
  return findings;
}

function repeatedCriteria(criteria: readonly CriterionSite[]): CirceFinding[] {
  const first = new Map<string, CriterionSite>();
  return criteria.flatMap((site) => {
    const key = canonical({ [site.domain]: site.body });
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, site);
      return [];
    }
    return [finding("criterion-repeated", site.pointer, { what: site.what, other: earlier.what })];
  });
}

const typeAttributes = (site: CriterionSite): string[] =>
  Object.entries(domainOf(site.domain).attributes).flatMap(([field, attribute]) =>
    attribute.kind === "concepts" && attribute.exclude !== undefined
      ? [field, `${field}CS`]
      : field === "VisitDetailTypeCS"
        ? [field]
        : [],
  );

function untypedRecords(criteria: readonly CriterionSite[]): CirceFinding[] {
  return criteria
    .filter((site) => {
      const fields = typeAttributes(site);
      return fields.length > 0 && fields.every((field) => site.body[field] == null);
    })
    .map((site) => finding("record-type-unspecified", site.pointer, { what: site.what }));
}

const endsBefore = (window: CirceWindow | null | undefined): boolean =>
  window?.End != null && window.End.Coeff === -1 && window.End.Days !== 0;

const isUnbounded = (correlated: CirceCorrelated): boolean =>
  [correlated.StartWindow, correlated.EndWindow].every(
    (window) => window?.Start?.Days == null && window?.End?.Days == null,
  );

function domainHabits(criteria: readonly CriterionSite[]): CirceFinding[] {
  return criteria.flatMap((site) => {
    const { correlated } = site;
    if (correlated === null) return [];
    const details = { what: site.what };
    if (site.domain === "Death" && endsBefore(correlated.StartWindow)) {
      return [finding("death-before-index", site.pointer, details)];
    }
    const isEra = site.domain === "DrugEra" || site.domain === "DoseEra";
    const bare = correlated.StartWindow?.Start == null && correlated.StartWindow?.End == null;
    return isEra && bare && isUnbounded(correlated) ? [finding("drug-era-unbounded", site.pointer, details)] : [];
  });
}

function windowWords(window: CirceWindow): Words {
  const edge = (end: CirceWindow["Start"]): Words => {
    if (end == null) return { en: "open", zh: "不限" };
    const before = end.Coeff === -1;
    return {
      en: `${end.Days ?? "all"} days ${before ? "before" : "after"}`,
      zh: `${before ? "前" : "后"} ${end.Days ?? "全部"} 天`,
    };
  };
  const [start, end] = [edge(window.Start), edge(window.End)];
  return { en: `${start.en} to ${end.en}`, zh: `${start.zh}至${end.zh}` };
}

/** Windows that differ from the one that most criteria have; says nothing where no window is shared by three. */
function unusualWindows(criteria: readonly CriterionSite[]): CirceFinding[] {
  const windows = criteria.flatMap((site) =>
    site.correlated?.StartWindow == null ? [] : [{ site, words: windowWords(site.correlated.StartWindow) }],
  );
  const counts = [...Map.groupBy(windows, ({ words }) => words.en)].sort(([, a], [, b]) => b.length - a.length);
  const [usual] = counts;
  const second = counts[1]?.[1].length ?? 0;
  if (usual === undefined || usual[1].length < 3 || second === usual[1].length) return [];
  return windows
    .filter(({ words }) => words.en !== usual[0])
    .map(({ site, words }) =>
      finding("window-unusual", site.pointer, { what: site.what, window: words, usual: usual[1][0]!.words }),
    );
}

/** A limit that comes after one event per person was already chosen. */
function uselessLimits(expression: CirceCohortExpression): CirceFinding[] {
  const stages = [
    {
      stage: partWords.initialLimit,
      pointer: "/PrimaryCriteria/PrimaryCriteriaLimit",
      type: expression.PrimaryCriteria?.PrimaryCriteriaLimit?.Type,
    },
    ...(expression.AdditionalCriteria == null
      ? []
      : [{ stage: partWords.qualifiedLimit, pointer: "/QualifiedLimit", type: expression.QualifiedLimit?.Type }]),
    { stage: partWords.includedLimit, pointer: "/ExpressionLimit", type: expression.ExpressionLimit?.Type },
  ].map((stage) => ({ ...stage, limit: (stage.type ?? "All").toLowerCase() }));
  return stages.flatMap((stage, at) => {
    const before = stages.slice(0, at).find(({ limit }) => limit !== "all");
    if (before === undefined || before.limit === stage.limit) return [];
    return [
      finding("limit-without-effect", stage.pointer, { stage: stage.stage, limit: stage.limit, before: before.stage }),
    ];
  });
}

function exits(expression: CirceCohortExpression, criteria: readonly CriterionSite[]): CirceFinding[] {
  const limits = [
    expression.PrimaryCriteria?.PrimaryCriteriaLimit,
    expression.QualifiedLimit,
    expression.ExpressionLimit,
  ];
  const keepsAll = limits.every((limit) => (limit?.Type ?? "All").toLowerCase() === "all");
  const strategy = expression.EndStrategy;
  const endless =
    strategy?.DateOffset == null && strategy?.CustomEra == null && (expression.CensoringCriteria ?? []).length === 0;
  const drug = strategy?.CustomEra?.DrugCodesetId;
  const entered = criteria.some((site) => site.pointer.startsWith("/PrimaryCriteria") && site.body.CodesetId === drug);
  const name = expression.ConceptSets?.find((set) => set.id === drug)?.name ?? String(drug);
  return [
    ...(keepsAll && endless ? [finding("no-exit", "/EndStrategy")] : []),
    ...(drug != null && !entered ? [finding("exit-drug-not-entered", "/EndStrategy/CustomEra", { name })] : []),
  ];
}

const asksNothing = (group: CirceGroup): boolean =>
  [group.CriteriaList, group.DemographicCriteriaList, group.Groups].every((list) => (list ?? []).length === 0);

function emptyParts(expression: CirceCohortExpression): CirceFinding[] {
  const entries = expression.PrimaryCriteria?.CriteriaList ?? [];
  const rules = (expression.InclusionRules ?? []).flatMap((rule, at) => {
    const empty = rule.expression == null || asksNothing(rule.expression);
    const what = ruleWords(rule.name ?? at + 1);
    return empty ? [finding("rule-empty", `/InclusionRules/${at}`, { what })] : [];
  });
  return [...(entries.length === 0 ? [finding("no-initial-event", "/PrimaryCriteria")] : []), ...rules];
}

/** Contradictions, repetitions, limits without effect, missing exits and habits that mislead. */
export function checkLogic(expression: CirceCohortExpression, { criteria, groups }: Sites): CirceFinding[] {
  return [
    ...emptyParts(expression),
    ...groups.flatMap(contradictions),
    ...repeatedCriteria(criteria),
    ...domainHabits(criteria),
    ...untypedRecords(criteria),
    ...unusualWindows(criteria),
    ...uselessLimits(expression),
    ...exits(expression, criteria),
  ];
}
