"use client";
// Client: the keys of a board: arrows from card to card, M for the menu of moves, a number for the column of that number.
import type { KeyboardEvent } from "react";

type Moves = {
  /** Moves the card with that id to the column at that index, or says why not. */
  onMoveTo: (card: string, index: number) => void;
};

export function onBoardKey(event: KeyboardEvent<HTMLElement>, { onMoveTo }: Moves): void {
  const hasModifier = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
  const card = (event.target as Element).closest<HTMLElement>("[data-card]");
  if (hasModifier || !card) return;
  if (act(event.key, card)) event.preventDefault();

  function act(key: string, focused: HTMLElement): boolean {
    if (key.startsWith("Arrow")) return focusCard(neighbour(focused, key));
    const button = focused.querySelector<HTMLElement>("[data-move]");
    if (key === "m" || key === "M") {
      button?.click();
      return button !== null;
    }
    if (!/^[1-9]$/.test(key) || !focused.dataset.movable) return false;
    onMoveTo(focused.dataset.card ?? "", Number(key) - 1);
    return true;
  }
}

export function focusCard(card: Element | undefined): boolean {
  const link = card?.querySelector<HTMLElement>("a");
  link?.focus();
  return link != null;
}

function neighbour(card: HTMLElement, key: string): Element | undefined {
  const column = card.closest("[data-column]");
  const siblings = cardsOf(column);
  const at = siblings.indexOf(card);
  if (key === "ArrowUp") return siblings[at - 1];
  if (key === "ArrowDown") return siblings[at + 1];
  const columns = [...(column?.parentElement?.querySelectorAll("[data-column]") ?? [])];
  const place = column ? columns.indexOf(column) : -1;
  const onTheWay =
    key === "ArrowLeft" ? columns.slice(0, place).reverse() : columns.slice(place + 1);
  const target = onTheWay.map(cardsOf).find((cards) => cards.length > 0);
  return target?.[Math.min(at, target.length - 1)];
}

function cardsOf(column: Element | null): Element[] {
  return [...(column?.querySelectorAll("[data-card]") ?? [])];
}
