"use client";
// Client: one's own API tokens: those there are, and the form that makes another.
import { useActionState } from "react";
import { FormOutcome } from "@/components/auth/form-outcome";
import type { FormAction } from "@/components/auth/form-state";
import { Section } from "@/components/auth/section";
import { TokenForm, type TokenFormProps } from "@/components/auth/token-form";
import { type TokenFacts, TokenRow } from "@/components/auth/token-row";
import { LinkButton } from "@/components/ui/link-button";

type TokenSectionProps = TokenFormProps & { tokens: TokenFacts[]; revoke: FormAction };

export function TokenSection({ tokens, revoke, ...form }: TokenSectionProps) {
  const [state, act] = useActionState(revoke, {});
  return (
    <Section
      id="tokens"
      title="API tokens"
      description="With a token a program acts in your name, as far as the token and your role allow."
      actions={
        <LinkButton href="/api/docs" variant="secondary">
          API reference
        </LinkButton>
      }
    >
      <FormOutcome state={state} />
      {tokens.length > 0 && (
        <ul className="divide-y divide-line rounded-md border border-line bg-surface text-sm">
          {tokens.map((token) => (
            <TokenRow key={token.id} token={token} revoke={act} />
          ))}
        </ul>
      )}
      <TokenForm {...form} />
    </Section>
  );
}
