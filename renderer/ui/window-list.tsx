import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { cx } from './cx.ts'
import { scrollFor, windowRange } from './window-range.ts'
import styles from './window-list.module.css'

export interface WindowListProps<Item> {
  readonly label: string
  readonly items: readonly Item[]
  /** Height of every row in rem. */
  readonly rowRem: number
  readonly keyOf: (item: Item) => string
  readonly render: (item: Item) => ReactNode
  /** The row to keep in sight; a new value scrolls to it. */
  readonly inSight?: number
  readonly className?: string | undefined
  /** Shown in its place while there are no items: the list stays, and need not be measured again when the first one comes. */
  readonly whenEmpty?: ReactNode
}

interface Place {
  readonly row: number
  readonly viewport: number
  readonly top: number
}

const rootPixels = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16

/** A list of equal rows that draws only those in sight: an order may have thousands of lines. */
export const WindowList = <Item,>(props: WindowListProps<Item>) => {
  const { label, items, rowRem, keyOf, render, inSight = -1, className, whenEmpty } = props
  const scroller = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<Place>({ row: rowRem * 16, viewport: 0, top: 0 })

  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    const measure = () =>
      setPlace((before) => ({
        ...before,
        row: rowRem * rootPixels(),
        viewport: element.clientHeight,
      }))
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [rowRem])

  const { row, viewport } = place
  // As it was told: asking the element would lay the page out in the middle of an answer.
  const scrolled = useRef(0)
  useEffect(() => {
    const element = scroller.current
    if (element === null || inSight < 0 || viewport === 0) return
    const top = scrollFor(inSight, row, scrolled.current, viewport)
    if (top !== null) element.scrollTop = top
  }, [inSight, row, viewport])

  const { from, to } = windowRange(items.length, row, place.top, viewport)
  return (
    <div
      ref={scroller}
      // What can be scrolled is scrolled by keys too.
      {...(items.length * row > viewport ? { tabIndex: 0 } : {})}
      className={cx(styles['scroller'], className)}
      onScroll={(event) => {
        const top = event.currentTarget.scrollTop
        scrolled.current = top
        setPlace((before) => ({ ...before, top }))
      }}
    >
      {items.length === 0 && whenEmpty !== undefined ? (
        <div className={styles['empty']}>{whenEmpty}</div>
      ) : (
        <ul aria-label={label} className={styles['list']} style={{ height: items.length * row }}>
          {items.slice(from, to).map((item, index) => (
            <li
              key={keyOf(item)}
              aria-setsize={items.length}
              aria-posinset={from + index + 1}
              className={styles['row']}
              style={{ height: row, transform: `translateY(${(from + index) * row}px)` }}
            >
              {render(item)}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
