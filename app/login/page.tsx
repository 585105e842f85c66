// Server: signing in.
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { signIn } from "@/app/login/actions";
import { EntranceFrame } from "@/app/login/entrance-frame";
import { SignInForm } from "@/components/auth/sign-in-form";
import { currentActor } from "@/lib/auth/actor";
import { returnPath } from "@/lib/auth/return-path";
import { hasUsers } from "@/lib/auth/setup";

export const metadata: Metadata = { title: "Sign in" };

export default async function LoginPage({ searchParams }: PageProps<"/login">) {
  const next = returnPath((await searchParams).next);
  if (await currentActor()) redirect(next);
  if (!(await hasUsers())) return <NobodyYet />;
  return (
    <EntranceFrame title="Sign in">
      <SignInForm signIn={signIn} next={next} />
    </EntranceFrame>
  );
}

function NobodyYet() {
  return (
    <EntranceFrame
      title="Nobody has an account yet"
      description="The server prints a set-up link each time it starts. Open it to create the first owner."
    />
  );
}
