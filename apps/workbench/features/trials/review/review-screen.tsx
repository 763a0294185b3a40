"use client";

import type { CriteriaVersionView, TrialView } from "@qinghao/api/schema";
import { Tabs } from "@qinghao/ui";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { useQueryState } from "../../../address/use-query-state.ts";
import { PersonDialog } from "../person-dialog.tsx";
import { ChangesPanel } from "./changes-panel.tsx";
import { CriteriaPanel } from "./criteria-panel.tsx";
import { FindingsPanel } from "./findings-panel.tsx";
import { numbersOf } from "./numbers.ts";
import { ReviewContext, type ReviewDeeds } from "./review-context.ts";
import { ReviewHeader } from "./review-header.tsx";
import { SaveTrouble } from "./save-trouble.tsx";
import { isShown, showOf } from "./shown.ts";
import { SignPanel } from "./sign-panel.tsx";
import { SourceText } from "./source-text.tsx";
import { useDeeds } from "./use-deeds.ts";
import { useReview } from "./use-review.ts";
import { useReviewKeys } from "./use-review-keys.ts";

const tabs = ["criteria", "findings", "changes", "signatures"] as const;

/** Source text and criteria side by side, with everything that is done to them. */
export function ReviewScreen({ trial, loaded }: { trial: TrialView; loaded: CriteriaVersionView }) {
  const t = useTranslations("trials.review");
  const [query, change] = useQueryState();
  const review = useReview(loaded);
  const { present, version } = review;
  const { criteria } = present.document;
  const show = showOf(query.get("show"));
  const shown = criteria.filter((one) => isShown(one, show, present.reviews, version.findings));
  // What the router says of the address comes late and is but the sign to look: keys pressed in a row must not wait.
  const addressed = query.get("criterion");
  const [chosen, setChosen] = useState(addressed);
  useEffect(() => setChosen(new URLSearchParams(window.location.search).get("criterion")), [addressed]);
  const selectedId = criteria.find(({ id }) => id === chosen)?.id ?? null;
  const select = (id: string | null) => {
    setChosen(id);
    setMode(null);
    change({ criterion: id, ...(id === null ? {} : { tab: null }) });
  };
  const [hovered, setHovered] = useState<string | null>(null);
  const [mode, setMode] = useState<ReviewDeeds["mode"]>(null);
  const numbers = useMemo(() => numbersOf(criteria), [criteria]);
  const isOpen = version.state === "draft";
  const { deeds, isAsking, closePerson, setPerson, person } = useDeeds({ review, isOpen, mode, setMode });
  const keys = useReviewKeys({ review, deeds, shown, criteria, selectedId, select });
  const tab = tabs.find((one) => one === query.get("tab")) ?? "criteria";
  const goTo = (id: string) => {
    setChosen(id);
    change({ criterion: id, tab: null, show: null });
  };
  const count = (items: readonly unknown[]) => String(items.length);
  const changed = version.changes?.filter(({ kind }) => kind !== "same") ?? [];
  return (
    <ReviewContext value={{ review, deeds, numbers, isOpen, hovered, setHovered, selectedId, select, goTo, keys }}>
      <ReviewHeader trial={trial} />
      <SaveTrouble />
      <div
        data-print="flow"
        className="grid min-h-0 flex-1 border-t lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] max-lg:overflow-y-auto"
      >
        <SourceText />
        <div className="flex min-h-0 min-w-0 flex-col px-5 pt-1 lg:overflow-hidden lg:border-l">
          <Tabs
            label={t("parts")}
            value={tab}
            onChange={(id) => change({ tab: id === "criteria" ? null : id })}
            className="flex-1"
            tabs={[
              {
                id: "criteria",
                label: t("criteria"),
                count: count(criteria),
                content: <CriteriaPanel shown={shown} show={show} />,
              },
              {
                id: "findings",
                label: t("findings"),
                count: count(version.findings),
                content: <FindingsPanel findings={version.findings} />,
              },
              ...(version.changes === null
                ? []
                : [{ id: "changes" as const, label: t("changes"), count: count(changed), content: <ChangesPanel /> }]),
              {
                id: "signatures",
                label: t("signatures"),
                count: `${version.signOffs.length}/${version.signaturesNeeded}`,
                content: <SignPanel />,
              },
            ]}
          />
        </div>
      </div>
      {isAsking && <PersonDialog name={person} onClose={closePerson} onName={setPerson} />}
    </ReviewContext>
  );
}
