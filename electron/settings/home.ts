import { resolve } from 'node:path'

/**
 * The station's data folder, absolute: `LINKSTAR_HOME`, or else the platform's app-data folder.
 * @param appData what the platform gives this program to keep its data in
 */
export const stationHome = (
  environment: Readonly<Record<string, string | undefined>>,
  appData: string,
): string => {
  const chosen = environment['LINKSTAR_HOME']?.trim()
  return resolve(chosen === undefined || chosen === '' ? appData : chosen)
}
