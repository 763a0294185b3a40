import { getTranslations } from "next-intl/server";
import { CampaignsPage } from "../../../../features/screening/campaigns-page.tsx";

export async function generateMetadata() {
  const t = await getTranslations("screening");
  return { title: t("title") };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <CampaignsPage projectId={projectId} />;
}
