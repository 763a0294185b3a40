import { getTranslations } from "next-intl/server";
import { NewCampaignPage } from "../../../../../features/screening/new-campaign-page.tsx";

export async function generateMetadata() {
  const t = await getTranslations("screening.plan");
  return { title: t("title") };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <NewCampaignPage projectId={projectId} />;
}
