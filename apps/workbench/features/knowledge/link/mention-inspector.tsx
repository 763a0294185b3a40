"use client";

import type { ConceptRef } from "@qinghao/api/schema";
import { Button, formatDecimal, Inspector, KeyValue } from "@qinghao/ui";
import { useLocale, useTranslations } from "next-intl";
import { Fragment, useState } from "react";
import { mainName } from "../../../concepts/concept-name.ts";
import { ConceptLink } from "../concept-link.tsx";
import { ConceptPicker } from "../concept-picker.tsx";
import { conceptOf, type ReadMention } from "./link-texts.ts";
import { useQualifierName } from "./mention-text.tsx";

/** One mention: what it was taken for, what else it may be, and the person's word on it. */
export function MentionInspector({
  mention,
  written,
  onChoose,
  onClose,
}: {
  mention: ReadMention;
  written: string;
  /** `undefined` gives the decision back to the matcher. */
  onChoose: (concept: ConceptRef | null | undefined) => void;
  onClose: () => void;
}) {
  const t = useTranslations("knowledge.link");
  const locale = useLocale();
  const qualifierName = useQualifierName();
  const [isSearching, setSearching] = useState(false);
  const concept = conceptOf(mention);
  const others = mention.candidates.filter((one) => one.concept.id !== concept?.id);
  return (
    <Inspector title={written} label={t("one")} onClose={onClose}>
      <div className="flex flex-col gap-5 text-sm">
        <KeyValue
          items={[
            {
              key: "concept",
              label: t("concept"),
              value: concept === null ? t("noConcept") : <ConceptLink concept={concept} showKind />,
            },
            ...(concept === null
              ? []
              : [{ key: "id", label: t("id"), value: <span className="font-mono text-xs">{concept.id}</span> }]),
            { key: "matched", label: t("matched"), value: mention.matched },
            { key: "score", label: t("score"), value: formatDecimal(mention.score, 2) },
            {
              key: "decided",
              label: t("decided"),
              value: mention.chosen === undefined ? t("byMatcher") : t("byPerson"),
            },
            ...(mention.qualifiers.length === 0
              ? []
              : [
                  {
                    key: "qualifiers",
                    label: t("qualifiers"),
                    value: (
                      <ul>
                        {mention.qualifiers.map((one) => (
                          <li key={`${one.start} ${one.kind}`}>
                            {one.text} <span className="text-ink-3">{qualifierName(one.kind)}</span>
                          </li>
                        ))}
                      </ul>
                    ),
                  },
                ]),
          ]}
        />
        {others.length > 0 && (
          <section className="flex flex-col gap-2">
            <h3 className="text-xs font-medium text-ink-3">{t("candidates")}</h3>
            <ul className="flex flex-col">
              {others.map((one) => (
                <Fragment key={one.concept.id}>
                  <li className="flex items-start gap-2 border-b py-2 last:border-b-0">
                    <span className="flex min-w-0 flex-1 flex-col">
                      <ConceptLink concept={one.concept} showKind />
                      <span className="text-xs break-words text-ink-3">
                        {t("candidateFacts", { score: formatDecimal(one.score, 2), reason: one.reason })}
                      </span>
                    </span>
                    <Button
                      size="small"
                      aria-label={t("chooseNamed", { name: mainName(one.concept, locale) })}
                      onPress={() => onChoose(one.concept)}
                    >
                      {t("choose")}
                    </Button>
                  </li>
                </Fragment>
              ))}
            </ul>
          </section>
        )}
        <div className="flex flex-wrap gap-2">
          <Button size="small" onPress={() => setSearching(!isSearching)}>
            {t("other")}
          </Button>
          {concept !== null && (
            <Button size="small" onPress={() => onChoose(null)}>
              {t("none")}
            </Button>
          )}
          {mention.chosen !== undefined && (
            <Button size="small" look="quiet" onPress={() => onChoose(undefined)}>
              {t("reset")}
            </Button>
          )}
        </div>
        {isSearching && (
          <ConceptPicker
            label={t("otherLabel")}
            onPick={(picked) => {
              onChoose(picked);
              setSearching(false);
            }}
          />
        )}
      </div>
    </Inspector>
  );
}
