import { getTranslations } from "next-intl/server";
import { ReviewPage } from "../../../features/trials/review/review-page.tsx";

export async function generateMetadata() {
  const t = await getTranslations("trials");
  return { title: t("one") };
}

export default async function Page({ params }: { params: Promise<{ trialId: string }> }) {
  return <ReviewPage trialId={(await params).trialId} />;
}
