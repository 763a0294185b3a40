import { getTranslations } from "next-intl/server";
import { AmendTrialPage } from "../../../../features/trials/read/amend-trial-page.tsx";

export async function generateMetadata() {
  const t = await getTranslations("trials.read");
  return { title: t("amendTitle") };
}

export default async function Page({ params }: { params: Promise<{ trialId: string }> }) {
  return <AmendTrialPage trialId={(await params).trialId} />;
}
