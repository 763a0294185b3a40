import { getTranslations } from "next-intl/server";
import { CampaignPage } from "../../../../../features/screening/campaign-page.tsx";

export async function generateMetadata() {
  const t = await getTranslations("screening");
  return { title: t("one") };
}

export default async function Page({ params }: { params: Promise<{ projectId: string; campaignId: string }> }) {
  const { projectId, campaignId } = await params;
  return <CampaignPage projectId={projectId} campaignId={campaignId} />;
}
