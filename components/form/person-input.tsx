"use client";
// Client: an id of a person: type a name and choose, or paste the id.
import { useEffect, useId, useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Input, type InputProps } from "@/components/ui/input";
import type { Page } from "@/lib/model/page";

type People = Page["people"];
type PersonInputProps = { input: InputProps & { value: string }; people: People };

const pauseMs = 150;

export function PersonInput({ input, people }: PersonInputProps) {
  const listId = useId();
  const [known, setKnown] = useState(people);
  const chosen = known[input.value];
  const search = chosen ? "" : input.value.trim();

  useEffect(() => {
    if (search === "") return;
    const request = new AbortController();
    const timer = setTimeout(async () => {
      const found = await findPeople(search, request.signal);
      if (found) setKnown((before) => ({ ...before, ...found }));
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [search]);

  return (
    <>
      <Input
        {...input}
        list={listId}
        mono
        placeholder={input.placeholder ?? "Name, e-mail or id"}
      />
      <datalist id={listId}>
        {Object.entries(known).map(([id, { name, email }]) => (
          <option key={id} value={id}>
            {`${name} · ${email}`}
          </option>
        ))}
      </datalist>
      {chosen && (
        <p className="flex items-center gap-1.5 text-xs text-muted">
          <Avatar name={chosen.name} />
          {chosen.name} · {chosen.email}
        </p>
      )}
    </>
  );
}

/** Without an answer the id can still be pasted. */
async function findPeople(search: string, signal: AbortSignal): Promise<People | undefined> {
  try {
    const response = await fetch(`/api/people?search=${encodeURIComponent(search)}`, { signal });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}
