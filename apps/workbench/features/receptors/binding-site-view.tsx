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
import { useOpenedPoses } from "./use-opened-poses.ts";

type ReadPoses = RouterOutputs["receptors"]["readPoses"];

/** The site in 3D; once a file of poses is opened, its poses in the site with what holds each. */
export function BindingSiteView({ receptor }: { receptor: ReceptorDetail }) {
  const t = useTranslations("receptors");
  const { found, isOpen, shown, open, close, show } = useOpenedPoses(receptor.id);
  const [isAsking, setAsking] = useState(false);
  const name = found.data?.fileName ?? t("poses.pasted");
  return (
    <Section
      title={t("bindingSite")}
      meta={found.data === undefined ? undefined : name}
      actions={
        <>
          {isOpen && (
            <Button icon={<X aria-hidden size={14} />} onPress={close}>
              {t("poses.close")}
            </Button>
          )}
          <Button icon={<FolderOpen aria-hidden size={14} />} onPress={() => setAsking(true)}>
            {t("poses.open")}
          </Button>
        </>
      }
    >
      {found.isError && <FailureState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isFetching && (
        <p role="status" className="text-sm text-ink-2">
          {t("poses.readingPoses")}
        </p>
      )}
      {found.data === undefined ? (
        <EmptySite receptor={receptor} />
      ) : (
        <>
          <ReadTroubles read={found.data} />
          <SitePoses
            receptorId={receptor.id}
            reference={receptor.reference}
            box={receptor.box}
            name={name}
            poses={found.data.poses}
            shown={shown}
            onShow={show}
          />
        </>
      )}
      {isAsking && (
        <OpenPosesSheet
          onClose={() => setAsking(false)}
          onSent={(uploadId) => {
            open(uploadId);
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
function ReadTroubles({ read: { failures, more, poses } }: { read: ReadPoses }) {
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
