/** RDKit descriptor names that the rule needs. */
export type RuleOfFiveValues = Readonly<Record<"amw" | "CrippenClogP" | "lipinskiHBD" | "lipinskiHBA", number>>;
export type RuleId = "weight" | "logP" | "donors" | "acceptors";
export type RuleOutcome = {
  readonly id: RuleId;
  readonly value: number;
  readonly limit: number;
  readonly decimals: number;
  readonly isMet: boolean;
};

/**
 * Lipinski's rule of five: molecular weight at most 500 g/mol, Crippen log P at most 5, at most 5 hydrogen bond donors
 * (N-H and O-H) and 10 acceptors (N and O). Source: Lipinski et al. 1997, doi 10.1016/S0169-409X(96)00423-1.
 */
export function ruleOfFive(values: RuleOfFiveValues): readonly RuleOutcome[] {
  const rules: readonly Omit<RuleOutcome, "isMet">[] = [
    { id: "weight", value: values.amw, limit: 500, decimals: 1 },
    { id: "logP", value: values.CrippenClogP, limit: 5, decimals: 2 },
    { id: "donors", value: values.lipinskiHBD, limit: 5, decimals: 0 },
    { id: "acceptors", value: values.lipinskiHBA, limit: 10, decimals: 0 },
  ];
  return rules.map((rule) => ({ ...rule, isMet: rule.value <= rule.limit }));
}
