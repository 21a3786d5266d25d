import type { FoundCarton } from '#shared/contract/lookup-views.ts'
import { clockTime, kilograms, monthDay } from '#renderer/lib/format.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { Icon } from '#renderer/ui/icons.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import { TileButton } from '#renderer/ui/tile-button.tsx'
import styles from './found-list.module.css'
import { stateTones } from './state-tones.ts'

export interface FoundCartonsProps {
  readonly label: string
  readonly cartons: readonly (FoundCarton & { readonly quantity?: number })[]
  readonly onShow: (code: string) => void
}

/** Cartons, each a way to its page. */
export const FoundCartons = ({ label, cartons, onShow }: FoundCartonsProps) => {
  const say = useSay()
  return (
    <ul className={styles['cartons']} aria-label={label}>
      {cartons.map(({ code, cartonNo, orderNo, state, gross, sealedAt, quantity }) => (
        <li key={code}>
          <TileButton className={styles['carton']} onPress={() => onShow(code)}>
            <span className={styles['pair']}>
              <b>{say('carton.numbered', { no: cartonNo })}</b>
              {quantity === undefined ? null : (
                <span className={styles['quantity']}>
                  {say('cartons.units', { count: quantity })}
                </span>
              )}
              <Tag tone={stateTones[state]}>{say(`cartonState.${state}`)}</Tag>
            </span>
            <span className={styles['pair']}>
              <code>{code}</code>
            </span>
            <span className={styles['pair']}>
              <bdi>{orderNo}</bdi>
              <span>
                {[
                  gross === null ? null : `${kilograms(gross)} kg`,
                  sealedAt === null ? null : `${monthDay(sealedAt)} ${clockTime(sealedAt)}`,
                ]
                  .filter((fact) => fact !== null)
                  .join(' · ')}
              </span>
              <Icon name="next" />
            </span>
          </TileButton>
        </li>
      ))}
    </ul>
  )
}
