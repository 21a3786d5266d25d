export { localTime } from '#shared/domain/local-time.ts'
