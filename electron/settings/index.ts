export { stationHome } from './home.ts'
export { loadSettings } from './load-settings.ts'
export { saveLanguage } from './save-language.ts'
export type { Settings } from './settings-schema.ts'
