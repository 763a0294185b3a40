"use client";

import type { RouterOutputs } from "@qinghao/api/client";
import type { ReceptorDetail } from "@qinghao/api/schema";
import { Button, formatCount, Notice, Section } from "@qinghao/ui";
import { PoseViewer } from "@qinghao/ui/poses";
import { FolderOpen, X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { SitePoses } from "../../poses/site-poses.tsx";
import { useReceptorStructure } from "../../poses/use-receptor-structure.ts";
import { FailureState } from "../../trpc/failure-state.tsx";
import { OpenPosesSheet } from "./open-poses-sheet.tsx";

export type OpenedPoses = RouterOutputs["receptors"]["readPoses"] & { name: string };

/** The site in 3D; once a file of poses is opened, its poses in the site with what holds each. */
export function BindingSiteView({ receptor }: { receptor: ReceptorDetail }) {
  const t = useTranslations("receptors");
  const [opened, setOpened] = useState<OpenedPoses | null>(null);
  const [shown, setShown] = useState<number | null>(null);
  const [isAsking, setAsking] = useState(false);
  return (
    <Section
      title={t("bindingSite")}
      meta={opened?.name}
      actions={
        <>
          {opened !== null && (
            <Button icon={<X aria-hidden size={14} />} onPress={() => setOpened(null)}>
              {t("poses.close")}
            </Button>
          )}
          <Button icon={<FolderOpen aria-hidden size={14} />} onPress={() => setAsking(true)}>
            {t("poses.open")}
          </Button>
        </>
      }
    >
      {opened === null ? (
        <EmptySite receptor={receptor} />
      ) : (
        <>
          <ReadTroubles opened={opened} />
          <SitePoses
            receptorId={receptor.id}
            reference={receptor.reference}
            box={receptor.box}
            name={opened.name}
            poses={opened.poses}
            shown={shown}
            onShow={setShown}
          />
        </>
      )}
      {isAsking && (
        <OpenPosesSheet
          receptorId={receptor.id}
          onClose={() => setAsking(false)}
          onRead={(read) => {
            setOpened(read);
            setShown(read.poses[0]?.rank ?? null);
            setAsking(false);
          }}
        />
      )}
    </Section>
  );
}

function EmptySite({ receptor }: { receptor: ReceptorDetail }) {
  const t = useTranslations("receptors");
  const structure = useReceptorStructure(receptor.id);
  if (structure.isError) return <FailureState error={structure.error} onRetry={() => void structure.refetch()} />;
  return (
    <PoseViewer
      receptor={structure.data ?? null}
      poses={[]}
      shown={null}
      onShow={() => {}}
      contacts={[]}
      pocket={[]}
      reference={receptor.reference}
      box={receptor.box}
      description={t(receptor.reference === null ? "siteWithout" : "siteWith", { name: receptor.name })}
      className="h-[28rem]"
    />
  );
}

/** What of the file could not be read, and whether it holds more than is shown. */
function ReadTroubles({ opened: { failures, more, poses } }: { opened: OpenedPoses }) {
  const t = useTranslations("receptors.poses");
  const locale = useLocale();
  return (
    <>
      {more && <Notice>{t("more", { count: formatCount(locale, poses.length + failures.length) })}</Notice>}
      {failures.length > 0 && (
        <Notice tone="warn">
          <p>{t("failures", { count: failures.length })}</p>
          <ul className="max-h-32 overflow-y-auto">
            {failures.map(({ row, reason }) => (
              <li key={row}>{t("failure", { row, reason: reason[locale] })}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
