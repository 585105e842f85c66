"use client";
// Client: the interactive parts of each view as scripts of their own. All views share a route, and a route's scripts are
// loaded with its every page: without this the list would carry the calendar.
import dynamic from "next/dynamic";

export const Board = dynamic(() =>
  import("@/components/board/board").then((module) => module.Board),
);
export const MoveForm = dynamic(() =>
  import("@/components/board/move-form").then((module) => module.MoveForm),
);
export const Calendar = dynamic(() =>
  import("@/components/calendar/calendar").then((module) => module.Calendar),
);
export const ChartForm = dynamic(() =>
  import("@/components/charts/chart-form").then((module) => module.ChartForm),
);
export const LineChart = dynamic(() =>
  import("@/components/charts/line-chart").then((module) => module.LineChart),
);
export const SettingsScreen = dynamic(() =>
  import("@/components/settings/settings-screen").then((module) => module.SettingsScreen),
);
