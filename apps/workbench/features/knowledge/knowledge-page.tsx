"use client";

import { ButtonLink, PageBody, PageHeader, Tabs } from "@qinghao/ui";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { KnowledgeScope, useKnowledgeProject } from "./knowledge-scope.tsx";
import { SearchPanel } from "./search/search-panel.tsx";
import { useAddress } from "./use-address.ts";

const LinkPanel = dynamic(() => import("./link/link-panel.tsx").then((loaded) => loaded.LinkPanel), { ssr: false });

/** The door to everything known: search, and linking of a text. */
export function KnowledgePage({ projectId }: { projectId: string | null }) {
  return (
    <KnowledgeScope projectId={projectId}>
      <KnowledgeScreen />
    </KnowledgeScope>
  );
}

function KnowledgeScreen() {
  const t = useTranslations("knowledge");
  const project = useKnowledgeProject();
  const [address, change] = useAddress();
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("intro")}
        actions={
          <>
            {project !== null && <ButtonLink href={`/p/${project.id}/knowledge`}>{t("own.title")}</ButtonLink>}
            <ButtonLink href="/knowledge/sources">{t("sources.title")}</ButtonLink>
          </>
        }
      />
      <PageBody>
        <Tabs
          label={t("title")}
          value={address.get("tab") === "link" ? "link" : "search"}
          onChange={(tab) => change({ tab: tab === "link" ? tab : null })}
          tabs={[
            { id: "search", label: t("search.tab"), content: <SearchPanel /> },
            { id: "link", label: t("link.tab"), content: <LinkPanel /> },
          ]}
        />
      </PageBody>
    </>
  );
}
