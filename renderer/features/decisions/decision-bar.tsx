import type { DecisionView } from '#shared/contract/order-views.ts'
import { localName } from '#renderer/lib/format.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icons.tsx'
import styles from './decision-bar.module.css'
import { useDecisions } from './store.ts'

type Line = DecisionView['lines'][number]

/** Lines on which it matters: more is packed than the server still wants. */
const overPacked = ({ packed, orderedServer }: Line): boolean => packed > orderedServer

const Side = ({ title, lines }: { title: string; lines: readonly string[] }) => (
  <div className={styles['side']}>
    <b>{title}</b>
    <ul>
      {lines.map((line) => (
        <li key={line}>
          <bdi>{line}</bdi>
        </li>
      ))}
    </ul>
  </div>
)

const Question = ({ decision }: { decision: DecisionView }) => {
  const say = useSay()
  const { act } = useStation()
  const { id, orderNo, kind, choices } = decision
  const lines = decision.lines.filter(overPacked)
  const named = (line: Line): string => localName(say.language, line.nameZh, line.nameEn)
  return (
    <section className={styles['question']} aria-label={say('decision.title', { orderNo })}>
      <Icon name="warning" className={styles['icon']} />
      <div className={styles['text']}>
        <h2>
          {say(kind === 'cancelled' ? 'decision.cancelled' : 'decision.amended', { orderNo })}
        </h2>
        <div className={styles['sides']}>
          <Side
            title={say('decision.ours')}
            lines={lines.map((line) =>
              say('decision.packed', { name: named(line), n: line.packed }),
            )}
          />
          <Side
            title={say('decision.theirs')}
            lines={lines.map((line) =>
              say('decision.wanted', { name: named(line), n: line.orderedServer }),
            )}
          />
        </div>
      </div>
      <div className={styles['choices']}>
        {choices.map((choice) => (
          <div key={choice}>
            <Button
              tone={choice === 'follow-server' ? 'primary' : 'plain'}
              onPress={() => void act('decisions.resolve', { id, choice })}
            >
              {say(`decision.${choice}`)}
            </Button>
            <small>{say(`decision.${choice}.means`)}</small>
          </div>
        ))}
      </div>
    </section>
  )
}

/** What Linkstar changed while it was packed here, with both sides, until somebody decides. */
export const DecisionBar = () => {
  const first = useDecisions((state) => state.decisions[0] ?? null)
  return <div role="alert">{first === null ? null : <Question decision={first} />}</div>
}
