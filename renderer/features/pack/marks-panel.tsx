import { useSay } from '#renderer/lib/i18n/index.ts'
import { errorFacts, errorSentence } from '#renderer/lib/error-sentence.ts'
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
  const error = view.faces.find((face) => face.state === view.trouble)?.label.problem ?? null
  const facts = error === null ? '' : errorFacts(error)
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

/** 打箱唛 and 扫箱唛确认: what prints, where it goes, what is confirmed. */
export const MarksPanel = ({ view }: { view: MarksCentre }) => {
  const say = useSay()
  const total = view.faces.length
  const tone = view.trouble === 'failed' ? 'bad' : view.trouble === 'uncertain' ? 'warn' : 'calm'
  const title =
    view.trouble === null ? say(`marks.${view.kind}.title`) : say(`marks.${view.trouble}.title`)
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
          <CartonDrawing faces={view.faces} />
        </div>
        <ol className={styles['faces']}>
          {view.faces.map((face, index) => (
            <li key={`${face.side}/${face.page}`} data-state={face.state}>
              <b>
                {index + 1}/{total}
              </b>
              <span>{say(face.side === 1 ? 'marks.front' : 'marks.side')}</span>
              {face.page > 1 ? <span>{say('marks.page', { page: face.page })}</span> : null}
              <em>{say(`print.${face.state}`)}</em>
            </li>
          ))}
        </ol>
        {view.trouble === null ? null : <Trouble view={view} />}
      </div>
    </section>
  )
}
