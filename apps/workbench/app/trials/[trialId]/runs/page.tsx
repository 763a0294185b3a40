import { getTranslations } from "next-intl/server";
import { TrialRunsPage } from "../../../../features/trials/runs/runs-page.tsx";

export async function generateMetadata() {
  const t = await getTranslations("trials.runs");
  return { title: t("title") };
}

export default async function Page({ params }: { params: Promise<{ trialId: string }> }) {
  return <TrialRunsPage trialId={(await params).trialId} />;
}
