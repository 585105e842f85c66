// Server: where one-time links lead. The token knows what it is for: the first owner, an invitation or a reset.
import type { Metadata } from "next";
import { EntranceFrame } from "@/app/login/entrance-frame";
import { chooseOwnPassword, createFirstOwner } from "@/app/setup/actions";
import { ClaimForm } from "@/components/auth/claim-form";
import { LinkButton } from "@/components/ui/link-button";
import { describeLink, type LinkFacts } from "@/lib/auth/choose-password";
import { minPasswordLength } from "@/lib/auth/person-schema";

export const metadata: Metadata = { title: "Set up" };

export default async function SetupPage({ searchParams }: PageProps<"/setup">) {
  const { token } = await searchParams;
  const link = typeof token === "string" ? await describeLink(token) : null;
  if (!link || typeof token !== "string") return <SpentLink />;
  const email = link.purpose === "setup" ? undefined : link.person.email;
  return (
    <EntranceFrame {...wordsFor(link)}>
      <ClaimForm
        claim={link.purpose === "setup" ? createFirstOwner : chooseOwnPassword}
        token={token}
        email={email}
        minPasswordLength={minPasswordLength}
        submitLabel={link.purpose === "setup" ? "Create owner" : "Save password and sign in"}
      />
    </EntranceFrame>
  );
}

function wordsFor(link: LinkFacts): { title: string; description: string } {
  switch (link.purpose) {
    case "setup":
      return {
        title: "Create the first owner",
        description: "Owners invite everyone else and decide who may change what.",
      };
    case "invitation":
      return {
        title: `Welcome, ${link.person.name}`,
        description: "Choose a password, and you are in.",
      };
    case "reset":
      return {
        title: "Choose a new password",
        description: "It replaces the old one and signs you out everywhere else.",
      };
  }
}

function SpentLink() {
  return (
    <EntranceFrame
      title="This link no longer works"
      description="It has expired, was used, or a newer one replaced it. An owner can give you another; the first owner's link is printed each time the server starts."
    >
      <LinkButton href="/login" className="self-center">
        Go to sign in
      </LinkButton>
    </EntranceFrame>
  );
}
