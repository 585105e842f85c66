"use client";
// Client: people by what was typed, beside those that are known already.
import { useEffect, useState } from "react";
import type { Page } from "@/lib/model/page";

type People = Page["people"];

const pauseMs = 150;

/** @param text a name, an e-mail address, or the id of somebody who is known: then nobody is looked for */
export function useFoundPeople(people: People, text: string): People {
  const [found, setFound] = useState<People>({});
  const known = { ...people, ...found };
  const search = Object.hasOwn(known, text) ? "" : text;
  useEffect(() => {
    if (search === "") return;
    const request = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await findPeople(search, request.signal);
      if (answer) setFound((before) => ({ ...before, ...answer }));
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [search]);
  return known;
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
