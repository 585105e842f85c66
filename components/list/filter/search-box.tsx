"use client";
// Client: a list's search. It follows what is typed; without JavaScript it is a form to send.
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { addressParams } from "@/components/list/address-params";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { type ListQuery, listHref } from "@/lib/model/list-params";
import { fieldOf, type Resource, resourceHref } from "@/lib/model/resource";
import { isBig, searchedRows, servesSearch, type TableFacts } from "@/lib/model/table-facts";

type SearchBoxProps = { resource: Resource; query: ListQuery; facts: TableFacts };

const pauseMs = 250;
/** Long enough for an index of trigrams to know it. */
const anyWord = "word";

export function SearchBox({ resource, query, facts }: SearchBoxProps) {
  const { text, setText, setSent } = useTyped(query.search);
  const typed = useRef<{ timer?: ReturnType<typeof setTimeout>; isGoingOn: boolean }>({
    isGoingOn: false,
  });
  useEffect(() => () => clearTimeout(typed.current.timer), []);

  const hrefOf = (search: string) =>
    listHref(resource, { ...query, search, position: { at: "first" } });

  function search(words: string) {
    clearTimeout(typed.current.timer);
    const href = hrefOf(words.trim());
    if (words.trim() === query.search) return;
    setSent(words.trim());
    // One step back leads to before the search, not through its letters.
    window.history[typed.current.isGoingOn ? "replaceState" : "pushState"](null, "", href);
    typed.current.isGoingOn = true;
  }

  function type(words: string) {
    setText(words);
    clearTimeout(typed.current.timer);
    typed.current.timer = setTimeout(() => search(words), pauseMs);
  }

  function clearOnEscape(event: KeyboardEvent) {
    if (event.key !== "Escape") return;
    event.preventDefault();
    if (text === "")
      return event.currentTarget instanceof HTMLElement && event.currentTarget.blur();
    setText("");
    search("");
  }

  const isUnserved = isBig(facts) && !servesSearch(facts, resource, text.trim() || anyWord);
  return (
    <search className="group/search relative min-w-40 flex-1 sm:max-w-64">
      <form
        action={resourceHref(resource)}
        onSubmit={(event) => {
          event.preventDefault();
          search(text);
        }}
        className="flex gap-2"
      >
        {addressParams(hrefOf("")).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Input
          type="search"
          name="q"
          aria-label={`Search ${resource.label.toLowerCase()}`}
          aria-describedby={isUnserved ? "search-cost" : undefined}
          aria-keyshortcuts="/"
          placeholder={`Search ${searchedWords(resource)}`}
          maxLength={200}
          value={text}
          onChange={(event) => type(event.target.value)}
          onKeyDown={clearOnEscape}
          onBlur={() => {
            typed.current.isGoingOn = false;
          }}
        />
        <noscript>
          <Button type="submit">Search</Button>
        </noscript>
      </form>
      {isUnserved && (
        <p
          id="search-cost"
          className="pointer-events-none absolute top-full left-0 z-20 mt-1 hidden w-72 max-w-[calc(100vw-32px)] rounded-md bg-raised px-2.5 py-1.5 text-xs text-pretty text-muted shadow-overlay group-focus-within/search:block"
        >
          No index serves this search: the newest {searchedRows[0].toLocaleString("en")} rows are
          looked through first.
        </p>
      )}
    </search>
  );
}

/** What is typed, until the address says something else than what was typed here. */
function useTyped(search: string) {
  const [state, setState] = useState<{ text: string; seen: string; sent?: string }>({
    text: search,
    seen: search,
  });
  if (state.seen !== search) {
    setState({ text: state.sent === search ? state.text : search, seen: search });
  }
  return {
    text: state.text,
    setText: (text: string) => setState((before) => ({ ...before, text })),
    setSent: (sent: string) => setState((before) => ({ ...before, sent })),
  };
}

/** `notes and session type` */
function searchedWords(resource: Resource): string {
  const labels = resource.list.search.map(
    (name) => fieldOf(resource, name)?.label.toLowerCase() ?? name,
  );
  const last = labels.pop() ?? "";
  return labels.length > 0 ? `${labels.join(", ")} and ${last}` : last;
}
