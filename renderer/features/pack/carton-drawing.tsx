import type { BenchCarton } from '#shared/contract/views.ts'
import type { MarkFace } from '#renderer/lib/print-state.ts'
import { cx } from '#renderer/ui/cx.ts'
import styles from './carton-drawing.module.css'

const front = { x: 64, y: 94 }
const side = { x: 156, y: 94 }

/** A label on a face of the drawing: outlined until it is confirmed, then filled. */
const LabelSpot = ({ faces, of }: { faces: readonly MarkFace[]; of: 1 | 2 }) => {
  const own = faces.filter((face) => face.side === of)
  const isDone = own.length > 0 && own.every((face) => face.state === 'confirmed')
  const at = of === 1 ? front : side
  return (
    <g
      className={cx(styles['label'], isDone && styles['confirmed'])}
      transform={`translate(${at.x} ${at.y}) skewY(${of === 1 ? 20 : -20})`}
    >
      <rect x="-20" y="-26" width="40" height="52" rx="4" />
      {isDone ? (
        <path d="M-11 1l8 8L12-9" />
      ) : (
        <text y="9" textAnchor="middle">
          {of}
        </text>
      )}
    </g>
  )
}

/** Pre-printed marks, hatched at their edge as lithium battery marks are, beside the mark on the side. */
const RollSpot = ({ rolls }: { rolls: Rolls }) => {
  if (rolls.length === 0) return null
  const isDone = rolls.every((roll) => roll.isConfirmed)
  return (
    <g
      className={cx(styles['label'], styles['roll'], isDone && styles['confirmed'])}
      transform="translate(190 83) skewY(-20)"
    >
      <rect x="-9" y="-11" width="18" height="22" rx="1" />
      {isDone ? <path d="M-5 0l4 4L6-5" /> : null}
    </g>
  )
}

type Rolls = BenchCarton['rolls']

/** Where the marks go: two adjacent sides of the carton, and what is stuck on beside them. */
export const CartonDrawing = ({ faces, rolls }: { faces: readonly MarkFace[]; rolls: Rolls }) => (
  <svg viewBox="0 0 220 170" className={styles['drawing']} aria-hidden="true">
    <g className={styles['box']}>
      <path d="M110 12l92 26v76l-92 44-92-44V38z" />
      <path d="M18 38l92 28 92-28M110 66v92" />
      <path d="M64 25l92 27" />
    </g>
    <LabelSpot faces={faces} of={1} />
    <LabelSpot faces={faces} of={2} />
    <RollSpot rolls={rolls} />
  </svg>
)
