/** The line icons, on a 24 by 24 grid. They are part of the style sheet (tailwind.config.ts), and of no page or script. */
export const iconPaths = {
  plus: "M12 5v14M5 12h14",
  check: "m5 12.5 4.5 4.5L19 7.5",
  alert: "M12 8v5m0 3.5v.01M10.3 4 2.6 17.5A2 2 0 0 0 4.3 20.5h15.4a2 2 0 0 0 1.7-3L13.7 4a2 2 0 0 0-3.4 0Z",
  question: "M9.5 9a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .9-1 1.7m0 3.5v.01M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z",
  clock: "M12 7.5V12l3 2m-3 7a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z",
  cross: "M6 6l12 12M18 6 6 18",
  search: "m20 20-4.5-4.5M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Z",
  chevron: "m9 6 6 6-6 6",
  overview: "M4 4h6.5v7H4Zm9.5 0H20v4.5h-6.5Zm0 8H20v8h-6.5ZM4 14.5h6.5V20H4Z",
  sources:
    "M4 7c0-1.7 3.6-3 8-3s8 1.3 8 3-3.6 3-8 3-8-1.3-8-3Zm0 0v10c0 1.7 3.6 3 8 3s8-1.3 8-3V7M4 12c0 1.7 3.6 3 8 3s8-1.3 8-3",
  key: "M14.5 13.5a5 5 0 1 0-4-4L3 17v4h4v-2.5h2.5V16h2.5l2.5-2.5Zm1.5-5.5v.01",
  people:
    "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-6 9c0-3.3 2.7-5.5 6-5.5s6 2.2 6 5.5M16 4.3a3.5 3.5 0 0 1 0 6.4M18 14.9c1.8.8 3 2.6 3 5.1",
  bell: "M10 20.5a2.2 2.2 0 0 0 4 0M6 9.5a6 6 0 1 1 12 0c0 5.5 2 7.5 2 7.5H4s2-2 2-7.5Z",
  trail: "M8 6h12M8 12h12M8 18h12M4 6v.01M4 12v.01M4 18v.01",
  settings: "M4 7h9m4 0h3M4 17h3m4 0h9M15 4.5v5M9 14.5v5",
  program: "m8 7-5 5 5 5m8-10 5 5-5 5M13.5 5l-3 14",
  calendar: "M4 6h16v14H4Zm0 4.5h16M8 3.5V8m8-4.5V8",
  theme: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0 0V3m0 4.5 4-2.7M12 12l8-4.5M12 16.5l8.5-4",
  person: "M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7.5 9c0-3.6 3.3-6 7.5-6s7.5 2.4 7.5 6",
  leave: "M10 4H5v16h5m5-12 4 4-4 4m4-4H10",
  menu: "M4 7h16M4 12h16M4 17h16",
  book: "M12 6.5C10 5 7 4.5 4 5v13c3-.5 6 0 8 1.5 2-1.5 5-2 8-1.5V5c-3-.5-6 0-8 1.5Zm0 0v13",
  lock: "M7.5 11V8a4.5 4.5 0 0 1 9 0v3M6 11h12v9H6Z",
  spinner: "M12 3a9 9 0 1 1-9 9",
} as const;

export type IconName = keyof typeof iconPaths;
