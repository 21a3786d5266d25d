import type { DeviceListView, DeviceStanding } from '#shared/contract/device-views.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { Button } from '#renderer/ui/button.tsx'
import { NameText } from '#renderer/ui/name-text.tsx'
import { TileButton } from '#renderer/ui/tile-button.tsx'
import styles from './device-list.module.css'
import { useDevices } from './store.ts'

const wells: ReadonlySet<DeviceStanding['state']> = new Set([
  'open',
  'live',
  'overload',
  'underload',
])

const toneOf = (state: DeviceStanding['state']): 'ok' | 'quiet' | 'bad' =>
  wells.has(state) ? 'ok' : state === 'typed' || state === 'silent' ? 'quiet' : 'bad'

/** How a device is, in a colour and in words. */
export const StateLine = ({ state }: Pick<DeviceStanding, 'state'>) => {
  const say = useSay()
  return (
    <span className={styles['state']} data-tone={toneOf(state)}>
      <i aria-hidden="true" />
      {say(`devices.state.${state}`)}
    </span>
  )
}

/** What is plugged in and could be added. */
const Found = () => {
  const say = useSay()
  const found = useDevices((state) => state.found)
  const chosen = useDevices((state) => state.chosen)
  const choose = useDevices((state) => state.choose)
  const search = useDevices((state) => state.search)
  const isList = found !== null && found !== 'searching'
  return (
    <section className={styles['found']}>
      <header>
        <h3>{say('devices.found')}</h3>
        <Button tone="quiet" isDisabled={found === 'searching'} onPress={search}>
          {say('devices.searchAgain')}
        </Button>
      </header>
      {isList && found.length > 0 ? (
        <ul className={styles['list']} aria-label={say('devices.found')}>
          {found.map(({ address, device, name }) => (
            <li key={address}>
              <TileButton
                isChosen={chosen?.kind === 'new' && chosen.address === address}
                onPress={() =>
                  choose({ kind: 'new', device: device === 'scale' ? 'scale' : 'scanner', address })
                }
              >
                <b>
                  <NameText name={name === '' ? say('devices.unnamed') : name} tells="start" />
                </b>
                <small>{say(`devices.${device}`)}</small>
                <small>
                  <NameText name={address} tells="start" />
                </small>
              </TileButton>
            </li>
          ))}
        </ul>
      ) : (
        <p>
          {say(
            isList
              ? 'devices.foundNone'
              : found === null
                ? 'devices.searchFailed'
                : 'devices.searching',
          )}
        </p>
      )}
    </section>
  )
}

/** What is set up, what could be, and how each of them is. */
export const DeviceList = ({ list }: { list: DeviceListView }) => {
  const say = useSay()
  const chosen = useDevices((state) => state.chosen)
  const choose = useDevices((state) => state.choose)
  const { scale } = list
  return (
    <div className={styles['side']}>
      <ul className={styles['list']} aria-label={say('devices.list')}>
        {list.scanners.map(({ config, state }) => (
          <li key={config.id}>
            <TileButton
              isChosen={chosen?.kind === 'scanner' && chosen.id === config.id}
              onPress={() => choose({ kind: 'scanner', id: config.id })}
            >
              <b>
                <NameText name={config.name} tells="start" />
              </b>
              <small>{say('devices.scanner')}</small>
              <StateLine state={state} />
            </TileButton>
          </li>
        ))}
        {scale === null ? null : (
          <li>
            <TileButton
              isChosen={chosen?.kind === 'scale'}
              onPress={() => choose({ kind: 'scale' })}
            >
              <b>{say('devices.scale')}</b>
              <small>{say(`devices.protocol.${scale.config.protocol}`)}</small>
              <StateLine state={scale.state} />
            </TileButton>
          </li>
        )}
      </ul>
      <Button onPress={() => choose({ kind: 'new', device: 'scanner', address: '' })}>
        {say('devices.addScanner')}
      </Button>
      {scale === null ? (
        <Button onPress={() => choose({ kind: 'new', device: 'scale', address: '' })}>
          {say('devices.addScale')}
        </Button>
      ) : null}
      <Found />
    </div>
  )
}
