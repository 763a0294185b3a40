/** OMOP's concept of the column condition_occurrence.condition_occurrence_id, as the event columns of the CDM 5.4 name it. */
export const CONDITION_OCCURRENCE_ID = "1147127";
