import { z } from "zod";
import { type Attribute, demographicAttributes, domainNames, domainOf } from "./domains.ts";
import {
  conceptSchema,
  conceptSetSchema,
  conceptSetSelectionSchema,
  dateAdjustmentSchema,
  dateRangeSchema,
  limitSchema,
  numericRangeSchema,
  occurrenceSchema,
  periodSchema,
  textFilterSchema,
  windowSchema,
} from "./values.schema.ts";

const codesetId = z.number().int().nullish();

/** The JSON that an attribute holds. */
export function attributeSchema(attribute: Attribute): z.ZodType {
  switch (attribute.kind) {
    case "date":
      return dateRangeSchema.nullish();
    case "age":
    case "number":
    case "ratio":
    case "length":
    case "inert-number":
      return numericRangeSchema.nullish();
    case "concepts":
      return z.array(conceptSchema).nullish();
    case "selection":
      return conceptSetSelectionSchema.nullish();
    case "codeset":
    case "site-region":
      return codesetId;
    case "text":
      return textFilterSchema.nullish();
    case "abnormal":
    case "flag":
      return z.boolean().nullish();
  }
}

const attributesShape = (attributes: Readonly<Record<string, Attribute>>): Record<string, z.ZodType> =>
  Object.fromEntries(Object.entries(attributes).map(([field, attribute]) => [field, attributeSchema(attribute)]));

/** One criterion's body: attribute name to value, shaped by the domain table. */
export type CirceCriterionBody = Readonly<Record<string, unknown>>;
/** A criterion as Circe writes it: one key, the criterion type, holding the body. */
export type CirceCriterion = Readonly<Record<string, CirceCriterionBody | undefined>>;

export type CirceCorrelated = {
  Criteria?: CirceCriterion | null;
  StartWindow?: z.infer<typeof windowSchema> | null;
  EndWindow?: z.infer<typeof windowSchema> | null;
  Occurrence?: z.infer<typeof occurrenceSchema> | null;
  RestrictVisit?: boolean | null;
  IgnoreObservationPeriod?: boolean | null;
};

export type CirceGroup = {
  Type?: string | null;
  Count?: number | null;
  CriteriaList?: CirceCorrelated[] | null;
  DemographicCriteriaList?: CirceCriterionBody[] | null;
  Groups?: CirceGroup[] | null;
};

export const groupSchema: z.ZodType<CirceGroup> = z.lazy(() =>
  z.object({
    Type: z.string().nullish(),
    Count: z.number().int().nullish(),
    CriteriaList: z.array(correlatedSchema).nullish(),
    DemographicCriteriaList: z.array(demographicSchema).nullish(),
    Groups: z.array(groupSchema).nullish(),
  }),
);

function bodySchema(name: (typeof domainNames)[number]) {
  const domain = domainOf(name);
  return z.object({
    ...attributesShape(domain.attributes),
    ...(domain.concept === null ? {} : { CodesetId: codesetId }),
    ...(domain.source === null ? {} : { [domain.source.field]: codesetId }),
    ...(domain.period ? { UserDefinedPeriod: periodSchema.nullish() } : {}),
    First: z.boolean().nullish(),
    DateAdjustment: dateAdjustmentSchema.nullish(),
    CorrelatedCriteria: groupSchema.nullish(),
  });
}

export const criterionSchema: z.ZodType<CirceCriterion> = z.object(
  Object.fromEntries(domainNames.map((name) => [name, bodySchema(name).optional()])),
);

const demographicSchema: z.ZodType<CirceCriterionBody> = z.object(attributesShape(demographicAttributes));

const correlatedSchema: z.ZodType<CirceCorrelated> = z.object({
  Criteria: criterionSchema.nullish(),
  StartWindow: windowSchema.nullish(),
  EndWindow: windowSchema.nullish(),
  Occurrence: occurrenceSchema.nullish(),
  RestrictVisit: z.boolean().nullish(),
  IgnoreObservationPeriod: z.boolean().nullish(),
});

const endStrategySchema = z.object({
  DateOffset: z.object({ DateField: z.string().nullish(), Offset: z.number().int() }).nullish(),
  CustomEra: z
    .object({
      DrugCodesetId: codesetId,
      GapDays: z.number().int().nullish(),
      Offset: z.number().int().nullish(),
      DaysSupplyOverride: z.number().int().nullish(),
    })
    .nullish(),
});

/** The OHDSI Circe cohort expression: the JSON that ATLAS, WebAPI and the OHDSI Phenotype Library exchange. */
export const cohortExpressionSchema = z.object({
  Title: z.string().nullish(),
  cdmVersionRange: z.string().nullish(),
  ConceptSets: z.array(conceptSetSchema).nullish(),
  PrimaryCriteria: z
    .object({
      CriteriaList: z.array(criterionSchema).nullish(),
      ObservationWindow: z
        .object({ PriorDays: z.number().int().nullish(), PostDays: z.number().int().nullish() })
        .nullish(),
      PrimaryCriteriaLimit: limitSchema.nullish(),
    })
    .nullish(),
  AdditionalCriteria: groupSchema.nullish(),
  QualifiedLimit: limitSchema.nullish(),
  ExpressionLimit: limitSchema.nullish(),
  InclusionRules: z
    .array(
      z.object({
        name: z.string().nullish(),
        description: z.string().nullish(),
        expression: groupSchema.nullish(),
      }),
    )
    .nullish(),
  EndStrategy: endStrategySchema.nullish(),
  CensoringCriteria: z.array(criterionSchema).nullish(),
  CollapseSettings: z.object({ CollapseType: z.string().nullish(), EraPad: z.number().int().nullish() }).nullish(),
  CensorWindow: periodSchema.nullish(),
});
export type CirceCohortExpression = z.infer<typeof cohortExpressionSchema>;
