// Server or client: what holds for every call of the API.
import type { ReactNode } from "react";
import { CodeBlock } from "@/components/ui/code-block";

export function ApiGuide({ origin }: { origin: string }) {
  const first = `curl "${origin}/api/resources/$RESOURCE?limit=10" \\
  -H "Authorization: Bearer $TOKEN"`;
  const change = `curl -X PATCH "${origin}/api/resources/$RESOURCE/$ID" \\
  -H "Authorization: Bearer $TOKEN" \\
  -H "If-Match: $ETAG" \\
  -H "Idempotency-Key: order-7431" \\
  -H "Content-Type: application/json" \\
  -d '{"name":"A better name"}'`;
  const problem = `{
  "type": "about:blank",
  "status": 422,
  "title": "This record cannot be saved.",
  "errors": [
    { "field": "amount", "detail": "Enter a whole number, without a point or a group separator." }
  ]
}`;
  return (
    <>
      <Part id="calling" title="Calling it">
        <p>
          Make a token under “API tokens” of your account and send it in the Authorization header,
          never in the address. It can do what you chose for it, and never more than your role. What
          it changes stands in the history under your name and the token's.
        </p>
        <CodeBlock code={first} label="first call" />
      </Part>
      <Part id="values" title="Values">
        <p>
          Nothing is rounded, shifted or cut. Booleans, whole numbers of up to 32 bits, floats and
          JSON columns stand as JSON. Everything else is a string: the text that Postgres prints,
          such as <code>"9007199254740993"</code> for a bigint or <code>"2026-03-09 14:30:00"</code>{" "}
          for a timestamp. The same forms are taken, and literals as strings for every field but
          JSON ones. NULL is <code>null</code>. Fields that do not exist are refused by name.
        </p>
      </Part>
      <Part id="pages" title="Lists">
        <p>
          A page holds 50 records, or as many as <code>limit</code> says, up to 500. Follow{" "}
          <code>next</code> as it stands until it is absent: every record comes once, however many
          are added meanwhile.
        </p>
      </Part>
      <Part id="conflicts" title="Changes and conflicts">
        <p>
          A change says what it saw: send the ETag of the record as If-Match. When somebody was
          quicker the answer is 412, with the record's literals of now and its new ETag. An
          Idempotency-Key makes it safe to repeat a call whose answer was lost: it is carried out
          once and answered alike.
        </p>
        <CodeBlock code={change} label="change of a record" />
      </Part>
      <Part id="problems" title="Problems and limits">
        <p>
          What goes wrong is told as problem details (RFC 9457). Each answer carries an
          X-Request-Id, by which the server's log knows it. A caller may make 600 calls a minute and
          process of the server; RateLimit tells what is left. A body has 1 MB at the most.
        </p>
        <CodeBlock code={problem} label="problem" />
      </Part>
    </>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2 text-sm leading-6 text-pretty">
      <h2 id={id} className="text-base font-semibold">
        {title}
      </h2>
      {children}
    </section>
  );
}
