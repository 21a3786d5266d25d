import type { CartonPageView } from '#shared/contract/carton-page-views.ts'
import { clockTime, kilograms, localName, monthDay } from '#renderer/lib/format.ts'
import { type Sentence, sentence, useSay } from '#renderer/lib/i18n/index.ts'
import { Card } from '#renderer/ui/card.tsx'
import { NameText } from '#renderer/ui/name-text.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import { WindowList } from '#renderer/ui/window-list.tsx'
import styles from './carton-card.module.css'
import { stateTones } from './state-tones.ts'
import { uploadsSentence } from './upload-words.ts'

const contentsWords = (state: CartonPageView['state']) => {
  if (state === 'voided') return 'life.contentsVoided'
  return state === 'planned' ? 'life.contentsPlanned' : 'life.contents'
}

const palletWords = (pallet: CartonPageView['pallet']): Sentence => {
  if (pallet === null) return sentence('life.palletNone')
  const { no, label, at } = pallet
  const time = `${monthDay(at)} ${clockTime(at)}`
  return label === null
    ? sentence('life.palletSince', { no, time })
    : sentence('life.palletLabelled', { no, time, label })
}

const Facts = ({ page }: { page: CartonPageView }) => {
  const say = useSay()
  const { orderNo, warehouse, box, gross, weightSource, moments } = page
  const nameOf = ({ nameZh, nameEn }: { nameZh: string; nameEn: string }): string =>
    localName(say.language, nameZh, nameEn)
  const weight = (): string => {
    if (gross === null) return say('life.weightNone')
    const key = weightSource === 'manual' ? 'life.weightTyped' : 'life.weightScale'
    return say(key, { weight: kilograms(gross) })
  }
  return (
    <dl className={styles['facts']}>
      <dt>{say('life.order')}</dt>
      <dd>
        <bdi>{orderNo}</bdi>
      </dd>
      <dt>{say('life.warehouse')}</dt>
      <dd>{warehouse === null ? '–' : `${warehouse.code} ${nameOf(warehouse)}`}</dd>
      <dt>{say('life.weight')}</dt>
      <dd>{weight()}</dd>
      <dt>{say('life.box')}</dt>
      <dd>{box === null ? '–' : nameOf(box)}</dd>
      <dt>{say('life.pallet')}</dt>
      <dd>{say.sentence(palletWords(page.pallet))}</dd>
      <dt>{say('life.uploads')}</dt>
      <dd>{say.sentence(uploadsSentence(moments))}</dd>
    </dl>
  )
}

/** Which carton it is, where it stands, and what is in it. */
export const CartonCard = ({ page }: { page: CartonPageView }) => {
  const say = useSay()
  const { contents, state, revision } = page
  const units = contents.reduce((sum, { quantity }) => sum + quantity, 0)
  return (
    <Card className={styles['card']} label={say('life.facts')}>
      <header className={styles['head']}>
        <h2 className={styles['no']}>{say('carton.numbered', { no: page.cartonNo })}</h2>
        <p className={styles['tags']}>
          <Tag tone={stateTones[state]}>{say(`cartonState.${state}`)}</Tag>
          {revision > 1 ? <Tag tone="plain">{say('printing.revision', { revision })}</Tag> : null}
        </p>
        <code className={styles['code']}>{page.code}</code>
      </header>
      <Facts page={page} />
      <h3 className={styles['heading']}>
        {say(contentsWords(state))}
        <span>{say('cartons.units', { count: units })}</span>
      </h3>
      {contents.length === 0 ? (
        <p className={styles['none']}>{say('life.contentsNone')}</p>
      ) : (
        <WindowList
          label={say(contentsWords(state))}
          items={contents}
          rowRem={4}
          keyOf={({ sku }) => sku}
          className={styles['contents']}
          render={(goods) => (
            <div className={styles['row']}>
              <b className={styles['name']}>
                <NameText name={localName(say.language, goods.nameZh, goods.nameEn)} />
              </b>
              <bdi className={styles['sku']}>{goods.sku}</bdi>
              <span className={styles['count']}>{goods.quantity}</span>
            </div>
          )}
        />
      )}
    </Card>
  )
}
