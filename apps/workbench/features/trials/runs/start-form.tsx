"use client";

import type { RouterOutputs } from "@qinghao/api/client";
import type { CriteriaVersionView, MatchRunView } from "@qinghao/api/schema";
import { Button, Checkbox, DateField, RadioGroup, SetNumberField, Switch, TextField } from "@qinghao/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../../trpc/client.ts";
import { FailureState } from "../../../trpc/failure-state.tsx";
import { usePerson } from "../person.ts";
import { numbersOf } from "../review/numbers.ts";
import { runHref } from "../trial-facts.ts";
import { type AskDraft, askOf, firstAsk, wireAsk } from "./ask.ts";
import { FunnelOrder } from "./funnel-order.tsx";
import { LoosenFields } from "./loosen-fields.tsx";

type Site = RouterOutputs["trials"]["sites"]["sites"][number];

const today = (): string => {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

/** What is asked, of whom, for which day; begins with the question of a former run where one is given. */
export function StartForm({
  version,
  sites,
  former,
}: {
  version: CriteriaVersionView;
  sites: readonly Site[];
  former: MatchRunView | undefined;
}) {
  const t = useTranslations("trials.runs");
  const trpc = useTRPC();
  const router = useRouter();
  const queries = useQueryClient();
  const { criteria } = version.document;
  const numbers = numbersOf(criteria);
  const [name] = usePerson();
  const [purpose, setPurpose] = useState<MatchRunView["purpose"]>(former?.purpose ?? "feasibility");
  const [asOf, setAsOf] = useState(() => former?.asOf ?? today());
  const [person, setPerson] = useState<string | null>(former?.requester ?? null);
  const requester = (person ?? name).trim();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [ask, setAsk] = useState<AskDraft>(() =>
    former === undefined ? firstAsk(criteria) : askOf(former.ask, criteria),
  );
  const asked = sites.filter(({ id, isOpen }) => isOpen && !left.has(id));
  const starting = useMutation(
    trpc.trials.runs.start.mutationOptions({
      onSuccess: (run) => {
        void queries.invalidateQueries({ queryKey: trpc.trials.runs.list.queryKey({ trialId: version.trialId }) });
        router.push(runHref(version.trialId, run.id));
      },
    }),
  );
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(asOf);
  const canStart = asked.length > 0 && requester !== "" && isDate;
  return (
    <div className="flex flex-col gap-6">
      <div className="grid gap-6 md:grid-cols-2">
        <RadioGroup
          label={t("purpose")}
          value={purpose}
          onChange={setPurpose}
          options={(["feasibility", "matching"] as const).map((id) => ({
            id,
            label: t(`purposeName.${id}`),
            description: t(`purposeHelp.${id}`),
          }))}
        />
        <fieldset className="flex flex-col gap-1">
          <legend className="pb-1 text-xs font-medium text-ink-2">{t("sites")}</legend>
          {sites.length === 0 && <p className="text-sm text-ink-3">{t("noSites")}</p>}
          {sites.map((site) => (
            <SiteChoice
              key={site.id}
              site={site}
              isAsked={site.isOpen && !left.has(site.id)}
              onChange={(isIn) => {
                const next = new Set(left);
                if (isIn) next.delete(site.id);
                else next.add(site.id);
                setLeft(next);
              }}
            />
          ))}
        </fieldset>
        <DateField
          label={t("asOf")}
          description={t("asOfHelp")}
          value={asOf}
          onChange={setAsOf}
          error={isDate ? undefined : t("asOfWrong")}
        />
        <TextField
          label={t("requester")}
          description={t("requesterHelp")}
          value={person ?? name}
          onChange={setPerson}
        />
      </div>
      <fieldset className="flex flex-col gap-3">
        <legend className="pb-2 text-xs font-medium text-ink-2">{t("ask")}</legend>
        <Switch isSelected={ask.counts} onChange={(counts) => setAsk({ ...ask, counts })}>
          {t("askCounts")}
        </Switch>
        <Switch isSelected={ask.whatIf} onChange={(whatIf) => setAsk({ ...ask, whatIf })}>
          {t("askWhatIf")}
        </Switch>
        <div className="flex flex-wrap items-center gap-3">
          <Switch
            isSelected={ask.nearMisses !== null}
            onChange={(on) => setAsk({ ...ask, nearMisses: on ? 0.1 : null })}
          >
            {t("askNear")}
          </Switch>
          {ask.nearMisses !== null && (
            <SetNumberField
              label={t("nearShare")}
              hideLabel
              value={ask.nearMisses}
              minValue={0.01}
              maxValue={1}
              step={0.01}
              formatOptions={{ style: "percent" }}
              onChange={(share) => setAsk({ ...ask, nearMisses: share })}
              className="w-28"
            />
          )}
        </div>
        <Switch
          isSelected={ask.funnel !== null}
          onChange={(on) => setAsk({ ...ask, funnel: on ? criteria.map(({ id }) => id) : null })}
        >
          {t("askFunnel")}
        </Switch>
        {ask.funnel !== null && (
          <FunnelOrder
            criteria={criteria}
            numbers={numbers}
            order={ask.funnel}
            onChange={(funnel) => setAsk({ ...ask, funnel })}
          />
        )}
        <LoosenFields
          version={version}
          numbers={numbers}
          value={ask.loosened}
          onChange={(loosened) => setAsk({ ...ask, loosened })}
        />
      </fieldset>
      <div className="flex flex-wrap items-center gap-3">
        <Button
          look="primary"
          isDisabled={!canStart}
          isPending={starting.isPending}
          onPress={() =>
            starting.mutate({
              versionId: version.id,
              purpose,
              asOf,
              requester,
              sites: asked.map(({ id }) => id),
              ask: wireAsk(ask, criteria),
            })
          }
        >
          {t("start", { count: asked.length })}
        </Button>
        <span className="text-sm text-ink-3">{t("startHelp", { version: version.version })}</span>
      </div>
      {starting.isError && <FailureState error={starting.error} />}
    </div>
  );
}

function SiteChoice({
  site,
  isAsked,
  onChange,
}: {
  site: Site;
  isAsked: boolean;
  onChange: (isAsked: boolean) => void;
}) {
  const t = useTranslations("trials.runs");
  const locale = useLocale();
  return (
    <div className="flex items-center gap-2">
      <Checkbox isSelected={isAsked} isDisabled={!site.isOpen} onChange={onChange}>
        {site.name[locale]}
      </Checkbox>
      <span className="text-xs text-ink-3">{site.source}</span>
      {!site.isOpen ? (
        <span className="ml-auto rounded-sm bg-hover px-1.5 text-xs leading-5 text-ink-2">{t("closed")}</span>
      ) : (
        <span
          className={
            site.isThere
              ? "ml-auto rounded-sm bg-accent-soft px-1.5 text-xs leading-5 text-accent"
              : "ml-auto rounded-sm bg-warn-soft px-1.5 text-xs leading-5 text-warn"
          }
        >
          {t(site.isThere ? "there" : "notThere")}
        </span>
      )}
    </div>
  );
}
