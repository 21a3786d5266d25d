import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseRulePack, type RulePack } from '#shared/contract/rule-pack.ts'
import type { CartonLimits } from '#shared/domain/limits.ts'
import type { TransportMode } from '#shared/domain/order.ts'
import { AppError } from '#shared/errors.ts'

const isDefault = (pack: RulePack): boolean =>
  pack.countries.includes('*') && pack.modes.includes('*')

/**
 * Every rule pack in the folder's `.json` files.
 * @throws AppError `invalid-input` when a file is no rule pack, two have the same id, or none binds everywhere
 */
export const loadRulePacks = (folder: string): readonly RulePack[] => {
  const packs = new Map<string, RulePack>()
  for (const name of readdirSync(folder).toSorted()) {
    if (!name.endsWith('.json')) continue
    const path = join(folder, name)
    const pack = parseRulePack(readFileSync(path, 'utf8'), path)
    if (packs.has(pack.id)) {
      throw new AppError('invalid-input', `a second rule pack ${pack.id}`, { details: { path } })
    }
    packs.set(pack.id, pack)
  }
  const all = [...packs.values()]
  if (!all.some(isDefault)) {
    throw new AppError('invalid-input', 'no rule pack for every country and mode', {
      details: { path: folder },
    })
  }
  return all
}

const limitsOf = (pack: RulePack): CartonLimits => {
  const { heavyFromGrams: heavyFrom, maxLengthPlusGirthMm: maxLengthPlusGirth } = pack
  return {
    maxGross: pack.maxGrossGrams,
    ...(heavyFrom === undefined ? {} : { heavyFrom }),
    maxSide: pack.maxSideMm,
    ...(maxLengthPlusGirth === undefined ? {} : { maxLengthPlusGirth }),
    volumetricDivisor: pack.volumetricDivisor,
    separated: pack.separated,
  }
}

/** The calendar day where the station stands, `YYYY-MM-DD`. */
const isoDay = (date: Date): string => {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

const binds = (list: readonly string[], value: string): boolean =>
  list.includes('*') || list.includes(value)

/** A pack that names the country beats one that names only the mode, which beats one for everything. */
const specificity = (pack: RulePack): number =>
  (pack.countries.includes('*') ? 0 : 2) + (pack.modes.includes('*') ? 0 : 1)

const preferred = (a: RulePack, b: RulePack): number =>
  specificity(b) - specificity(a) ||
  b.validFrom.localeCompare(a.validFrom) ||
  a.id.localeCompare(b.id)

/** The limits for a country and mode on a day: of the packs that bind then, the most specific, then the latest. */
export const limitsFrom =
  (packs: readonly RulePack[]) =>
  (country: string, mode: TransportMode, day: Date): CartonLimits => {
    const today = isoDay(day)
    const binding = packs
      .filter((pack) => binds(pack.countries, country) && binds(pack.modes, mode))
      .toSorted(preferred)
    // A clock that stands before every pack must not stop the bench: then the most general rule binds.
    const pack = binding.find(({ validFrom }) => validFrom <= today) ?? binding.at(-1)
    if (pack === undefined) {
      throw new AppError('internal', `no rule pack for ${country} by ${mode}`)
    }
    return limitsOf(pack)
  }
