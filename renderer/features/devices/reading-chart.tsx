import type { DeviceFeedView } from '#shared/contract/device-views.ts'
import { kilograms } from '#renderer/lib/format.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { divisionOf } from './division.ts'
import styles from './live.module.css'
import { chartMs } from './store.ts'

const width = 600
const height = 110
const band = 6

export interface ReadingChartProps {
  /** Oldest first. */
  readonly readings: DeviceFeedView['readings']
}

/** The last 30 s as a line; below it a bar wherever the weight was stable. */
export const ReadingChart = ({ readings }: ReadingChartProps) => {
  const say = useSay()
  const newest = readings.at(-1)
  if (newest === undefined) return null
  const weights = readings.map(({ grams }) => grams)
  const least = Math.min(0, ...weights)
  const most = Math.max(100, ...weights)
  const x = (at: number): number => width - ((newest.at - at) / chartMs) * width
  const y = (grams: number): number =>
    4 + (1 - (grams - least) / (most - least)) * (height - band - 12)
  const division = divisionOf(weights)
  return (
    <figure className={styles['chart']}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={say('devices.chart')}
      >
        {readings.map((reading, index) => {
          const next = readings[index + 1]
          return reading.stable && next !== undefined ? (
            <rect
              key={reading.at}
              className={styles['stable']}
              x={x(reading.at)}
              y={height - band}
              width={x(next.at) - x(reading.at)}
              height={band}
            />
          ) : null
        })}
        <polyline
          className={styles['line']}
          points={readings.map(({ at, grams }) => `${x(at)},${y(grams)}`).join(' ')}
        />
      </svg>
      <figcaption>
        <span>{say('devices.chart')}</span>
        <span className={styles['stableMark']}>{say('devices.stable')}</span>
        {division === null ? null : <span>{say('devices.division', { grams: division })}</span>}
        <span>{`${kilograms(least)} – ${kilograms(most)} kg`}</span>
      </figcaption>
    </figure>
  )
}
