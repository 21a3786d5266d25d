import { type ReactNode, useState } from 'react'
import { cx } from './cx.ts'
import styles from './goods-picture.module.css'

const glyphs = {
  general: <path d="M60 14l42 22v48l-42 22-42-22V36zM18 36l42 22 42-22M60 58v48M39 25l42 22" />,
  battery: <path d="M16 40h80v42H16zM96 52h9v18h-9M62 44L46 62h18l-6 16" />,
  powder: (
    <path d="M34 44h52l10 62H24zM42 44c-8-10-4-22 0-30h36c4 8 8 20 0 30M46 74h.5M60 66h.5M74 76h.5M54 88h.5M68 90h.5" />
  ),
  liquid: (
    <path d="M48 12h24v16H48zM44 28h32c0 12 12 14 12 28v50H32V56c0-14 12-16 12-28zM32 72c10-7 18 7 28 0s18 7 28 0" />
  ),
  paste: <path d="M34 12h52M38 12l6 74h32l6-74M48 86v20h24V86M50 36h20" />,
  magnetic: <path d="M24 16h20v46a16 16 0 0032 0V16h20v46a36 36 0 01-72 0zM24 36h20M76 36h20" />,
} satisfies Record<string, ReactNode>

export type GoodsKind = keyof typeof glyphs

export interface GoodsPictureProps {
  readonly kind: GoodsKind
  readonly imageUrl?: string | null
  readonly className?: string | undefined
}

/** The photo of a product, or a drawing of its cargo class. The name stands beside it. */
export const GoodsPicture = ({ kind, imageUrl = null, className }: GoodsPictureProps) => {
  const [broken, setBroken] = useState<string | null>(null)
  return (
    <div className={cx(styles['picture'], className)} aria-hidden="true">
      {imageUrl !== null && imageUrl !== broken ? (
        <img
          src={imageUrl}
          alt=""
          draggable={false}
          className={styles['photo']}
          onError={() => setBroken(imageUrl)}
        />
      ) : (
        <svg
          viewBox="0 0 120 120"
          fill="none"
          stroke="currentColor"
          strokeWidth="4"
          strokeLinecap="round"
          strokeLinejoin="round"
        >
          {glyphs[kind]}
        </svg>
      )}
    </div>
  )
}
