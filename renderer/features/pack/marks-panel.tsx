import { labelMedia } from '#shared/domain/label-media.ts'
import { type Sentence, sentence, useSay } from '#renderer/lib/i18n/index.ts'
import { errorFacts, errorSentence } from '#renderer/lib/error-sentence.ts'
import { blockedBy, faceState, type MarkFace } from '#renderer/lib/print-state.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { cx } from '#renderer/ui/cx.ts'
import { Icon } from '#renderer/ui/icons.tsx'
import { CartonDrawing } from './carton-drawing.tsx'
import styles from './marks-panel.module.css'
import type { Centre } from './presentation.ts'
import { StripLine } from './strip-line.tsx'

type MarksCentre = Extract<Centre, { faces: unknown }>

/** Why a label is in trouble, and the keys that help. */
const Trouble = ({ view }: { view: MarksCentre }) => {
  const say = useSay()
  const { act } = useStation()
  const error = view.faces.find((face) => faceState(face) === view.trouble)?.label.problem ?? null
  const facts = error === null ? '' : errorFacts(say, error)
  return (
    <div className={styles['trouble']}>
      {error === null ? null : (
        <p>
          {say.sentence(errorSentence(error))}
          {facts === '' ? null : <small> ({facts})</small>}
        </p>
      )}
      {error?.code === 'glyph-missing' ? (
        <Button size="large" onPress={() => void act('bench.printCodesOnly', undefined)}>
          {say('marks.codesOnly')}
        </Button>
      ) : null}
    </div>
  )
}

/** What the printer needs, to be read from afar. */
const blockedTitle = (faces: readonly MarkFace[]): Sentence => {
  const face = faces.find((each) => blockedBy(each) !== null)
  const trouble = face === undefined ? null : blockedBy(face)
  if (trouble === null) return sentence('marks.blocked.title')
  const media = labelMedia.find((each) => each === face?.label.problem?.details['media'])
  return trouble === 'paper-out' && media !== undefined
    ? sentence('marks.loadMedia', { media: sentence(`printers.media.${media}`) })
    : sentence(`printerTrouble.${trouble}`)
}

/** 打箱唛 and 扫箱唛确认: what prints, where it goes, what is confirmed. */
export const MarksPanel = ({ view }: { view: MarksCentre }) => {
  const say = useSay()
  const { rolls, unCodesWithoutRoll } = view.carton
  const total = view.faces.length + rolls.length
  const tone = view.trouble === null ? 'calm' : view.trouble === 'failed' ? 'bad' : 'warn'
  const isRollLeft =
    rolls.some((roll) => !roll.isConfirmed) &&
    view.faces.every((face) => face.state === 'confirmed')
  const title =
    view.trouble === 'blocked'
      ? say.sentence(blockedTitle(view.faces))
      : say(
          view.trouble !== null
            ? `marks.${view.trouble}.title`
            : isRollLeft
              ? 'marks.rollLeft.title'
              : `marks.${view.kind}.title`,
        )
  const icon = view.trouble === null ? (view.kind === 'marking' ? 'printer' : 'scan') : 'warning'
  return (
    <section className={cx(styles['panel'], styles[tone])}>
      {view.strip === null ? null : <StripLine strip={view.strip} />}
      <div className={styles['body']}>
        <p className={styles['title']}>
          <Icon name={icon} weight={2} className={styles['symbol']} />
          {title}
        </p>
        <div className={styles['middle']}>
          <p className={styles['figure']}>
            {view.confirmed}
            <small>/{total}</small>
          </p>
          <CartonDrawing faces={view.faces} rolls={rolls} />
        </div>
        <ol className={styles['faces']}>
          {view.faces.map((face, index) => (
            <li key={`${face.side}/${face.page}`} data-state={face.state}>
              <b>
                {index + 1}/{total}
              </b>
              <span>{say(face.side === 1 ? 'marks.front' : 'marks.side')}</span>
              {face.page > 1 ? <span>{say('marks.page', { page: face.page })}</span> : null}
              <em>{say(`print.${faceState(face)}`)}</em>
            </li>
          ))}
          {rolls.map((roll, index) => (
            <li key={roll.name} data-state={roll.isConfirmed ? 'confirmed' : 'due'}>
              <b>
                {view.faces.length + index + 1}/{total}
              </b>
              <bdi>{roll.name}</bdi>
              <em>{say(roll.isConfirmed ? 'marks.rollConfirmed' : 'marks.rollDue')}</em>
            </li>
          ))}
        </ol>
        {unCodesWithoutRoll.length === 0 ? null : (
          <p className={styles['note']}>
            {say('marks.rollMissing', { codes: unCodesWithoutRoll.join(', ') })}
          </p>
        )}
        {view.trouble === null ? null : <Trouble view={view} />}
      </div>
    </section>
  )
}
