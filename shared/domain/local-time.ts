/** ISO 8601 with the station's own offset, to the second: what a packer's wall clock shows, and still exact. */
export const localTime = (date: Date): string => {
  const offset = -date.getTimezoneOffset()
  const shifted = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, 19)
  const two = (value: number): string => String(value).padStart(2, '0')
  const minutes = Math.abs(offset)
  return `${shifted}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
