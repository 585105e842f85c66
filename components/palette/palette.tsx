"use client";
// Client: the palette: pages and actions at once, records as the server finds them. Loaded when it is first opened.
import { type KeyboardEvent, useId, useState } from "react";
import { PaletteField, PaletteInput } from "@/components/palette/palette-field";
import { PaletteFooter } from "@/components/palette/palette-footer";
import { PaletteItem } from "@/components/palette/palette-item";
import { type Recent, readRecent } from "@/components/palette/recent";
import { type CommandKeys, matchingSections, openingSections } from "@/components/palette/sections";
import { useChosen } from "@/components/palette/use-chosen";
import { useFindings } from "@/components/palette/use-findings";
import type { Command, Deed } from "@/lib/model/command";
import { searchText } from "@/lib/model/found";

type PaletteProps = {
  commands: Command[];
  keys: CommandKeys;
  /** Whose recent things are shown. */
  person: string;
  text: string;
  setText: (text: string) => void;
  act: (deed: Deed) => void;
  close: () => void;
};

const noKeys: CommandKeys = new Map();

export default function Palette(props: PaletteProps) {
  const { commands, keys, person, text, setText, act, close } = props;
  const id = useId();
  const [recent] = useState(() => elsewhere(readRecent(person)));
  const asked = searchText(text);
  const search = useFindings(asked);
  const possible = commands.filter(({ deed }) => !isSo(deed));
  const working = document.documentElement.dataset.shortcuts === "off" ? noKeys : keys;
  const sections =
    asked === ""
      ? openingSections(possible, working, recent)
      : matchingSections(asked, possible, working, search.findings);
  const lines = sections.flatMap((section) => section.lines);
  const ids = lines.map((line) => line.id);
  const chosen = useChosen(ids, asked);
  const optionId = (line: string) => `${id}-${ids.indexOf(line)}`;

  function carryOut(deed: Deed) {
    close();
    act(deed);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const deed = lines.find((line) => line.id === chosen.id)?.deed;
    const isBeside = event.ctrlKey || event.metaKey;
    if (event.key === "ArrowDown") chosen.moveBy(1);
    else if (event.key === "ArrowUp") chosen.moveBy(-1);
    else if (event.key === "Enter" && isBeside) openBeside(deed);
    else if (event.key === "Enter" && deed) carryOut(deed);
    else return;
    event.preventDefault();
  }

  return (
    <>
      <PaletteField isLoading={search.isLoading} close={close}>
        <PaletteInput
          text={text}
          setText={setText}
          onKeyDown={onKeyDown}
          role="combobox"
          aria-expanded
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={chosen.id && optionId(chosen.id)}
        />
      </PaletteField>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label="Results"
        tabIndex={-1}
        className="min-h-0 flex-1 scroll-py-9 overflow-y-auto overscroll-contain p-2 outline-none md:h-[min(56dvh,440px)] md:flex-none"
      >
        {sections.map((section) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a listbox.
          <div key={section.heading} role="group" aria-label={section.heading} className="pb-2">
            <div aria-hidden className="px-2 pt-1 pb-1.5 text-2xs font-medium text-faint">
              {section.heading}
            </div>
            {section.lines.map((line) => (
              <PaletteItem
                key={line.id}
                {...line}
                optionId={optionId(line.id)}
                isChosen={line.id === chosen.id}
                point={() => chosen.moveTo(line.id)}
                act={() => carryOut(line.deed)}
              />
            ))}
          </div>
        ))}
      </div>
      <PaletteFooter asked={asked} {...search} />
    </>
  );
}

/** The page in view is not one to go to. */
function elsewhere(recent: Recent[]): Recent[] {
  const here = window.location.pathname + window.location.search;
  return recent.filter(({ href }) => href !== here);
}

/** Whether the frame is already as the deed would make it. */
function isSo(deed: Deed): boolean {
  return deed.kind === "prefer" && document.documentElement.dataset[deed.name] === deed.value;
}

/** In a new tab; the palette stays. */
function openBeside(deed: Deed | undefined) {
  if (deed?.kind === "go") window.open(deed.href, "_blank", "noopener");
}
