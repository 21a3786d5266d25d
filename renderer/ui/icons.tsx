import type { ReactNode } from 'react'

const paths = {
  check: <path d="M4 12.5l5.2 5.2L20 6.8" />,
  cross: <path d="M6 6l12 12M18 6L6 18" />,
  warning: <path d="M12 3.5L22 20.5H2zM12 10v5M12 17.6v.4" />,
  lock: <path d="M5 11h14v10H5zM8 11V7a4 4 0 018 0v4M12 15v2.5" />,
  scan: <path d="M3 7V4h3M18 4h3v3M21 17v3h-3M6 20H3v-3M7 8v8M10 8v8M13 8v8M17 8v8" />,
  scale: (
    <path d="M4 4h16M12 4v3M6 7h12l2 13H4zM12 10a3.5 3.5 0 100 7 3.5 3.5 0 000-7zM12 13.5l1.7-1.7" />
  ),
  printer: <path d="M7 9V3h10v6M7 18H4V9h16v9h-3M7 14h10v7H7zM16.5 11.6h.5" />,
  back: <path d="M15 5l-7 7 7 7" />,
  next: <path d="M9 5l7 7-7 7" />,
  search: <path d="M10.5 4a6.5 6.5 0 100 13 6.5 6.5 0 000-13zM15.5 15.5L21 21" />,
  settings: (
    <path d="M4 7h9M17 7h3M4 17h3M11 17h9M15 4.8a2.2 2.2 0 100 4.4 2.2 2.2 0 000-4.4zM9 14.8a2.2 2.2 0 100 4.4 2.2 2.2 0 000-4.4z" />
  ),
  sound: <path d="M4 9.5v5h3.5L12 19V5L7.5 9.5zM15.5 9a4.2 4.2 0 010 6M18 6.5a8 8 0 010 11" />,
  cloud: (
    <path d="M7 18a4.5 4.5 0 01-.6-9A6 6 0 0118 8.6 4.7 4.7 0 0117.3 18zM12 16v-5M9.8 12.8L12 10.6l2.2 2.2" />
  ),
  cloudOff: (
    <path d="M7 18a4.5 4.5 0 01-.6-9M9.2 5.7A6 6 0 0118 8.6a4.7 4.7 0 012.4 7.4M17.3 18H7M3 3l18 18" />
  ),
  box: <path d="M3.5 7.5L12 3l8.5 4.5v9L12 21l-8.5-4.5zM3.5 7.5L12 12l8.5-4.5M12 12v9" />,
  truck: (
    <path d="M2 6h12v11H2zM14 10h4.5l3.5 4v3h-8zM6 20a2 2 0 100-4 2 2 0 000 4zM17.5 20a2 2 0 100-4 2 2 0 000 4z" />
  ),
  clock: <path d="M12 3.5a8.5 8.5 0 100 17 8.5 8.5 0 000-17zM12 7.5V12l3 2" />,
  undo: <path d="M4 9h10.5a5.5 5.5 0 010 11H9M4 9l5-5M4 9l5 5" />,
  copy: <path d="M8 8h12v12H8zM16 8V4H4v12h4" />,
  trash: <path d="M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5" />,
  reopen: (
    <path d="M3.5 10L12 14l8.5-4M3.5 10v7L12 21l8.5-4v-7M3.5 10L6 5.5M20.5 10L18 5.5M12 11V3M9 6l3-3 3 3" />
  ),
  close: <path d="M6 6l12 12M18 6L6 18" />,
  chevron: <path d="M6 9l6 6 6-6" />,
  person: <path d="M12 3.5a4 4 0 100 8 4 4 0 000-8zM4.5 20.5a7.5 7.5 0 0115 0z" />,
  station: <path d="M3 11h18M5 11v9M19 11v9M8 11V5h8v6M12 5V3" />,
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof paths

export interface IconProps {
  readonly name: IconName
  readonly className?: string | undefined
  /** Line width on the 24-unit grid. */
  readonly weight?: number
}

/** A line drawing in the text's colour and size. It says nothing to a screen reader: a word stands beside it. */
export const Icon = ({ name, className, weight = 1.9 }: IconProps) => (
  <svg
    viewBox="0 0 24 24"
    width="1em"
    height="1em"
    fill="none"
    stroke="currentColor"
    strokeWidth={weight}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    className={className}
  >
    {paths[name]}
  </svg>
)
