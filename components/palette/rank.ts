// Pure: commands in the order in which they match what was typed.
import type { Command } from "@/lib/model/command";

export function rankCommands(commands: Command[], text: string): Command[] {
  const typed = words(text);
  if (typed.length === 0) return [];
  return commands
    .map((command) => ({ command, score: scoreOf(command, typed) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ command }) => command);
}

/** From the surest: its beginning, beginnings of its words, other words it is found by, letters left out. */
function scoreOf({ label, words: others }: Command, typed: string[]): number {
  const named = words(label);
  if (named.join(" ").startsWith(typed.join(" "))) return 4;
  if (inOrder(named, typed, beginsWith)) return 3;
  if (inOrder(others.flatMap(words), typed, beginsWith)) return 2;
  return inOrder(named, typed, abbreviates) ? 1 : 0;
}

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

type Test = (word: string, typed: string) => boolean;

/** Whether each typed word stands for one of `named`, the later ones for later ones. */
function inOrder(named: string[], typed: string[], test: Test): boolean {
  let at = 0;
  return typed.every((part) => {
    const found = named.slice(at).findIndex((word) => test(word, part));
    at += found + 1;
    return found >= 0;
  });
}

const beginsWith: Test = (word, typed) => word.startsWith(typed);

const leastLetters = 3;

/** `stngs` for "settings": the same first letter, then the others in their order. */
const abbreviates: Test = (word, typed) => {
  if (typed.length < leastLetters) return beginsWith(word, typed);
  let at = 0;
  for (const letter of word) if (letter === typed[at]) at++;
  return at === typed.length && word[0] === typed[0];
};
