const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`)

/** ISO 8601 with the station's own offset, to the second: what a packer's wall clock shows, and still exact. */
export const localTime = (date: Date): string => {
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  const time = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`
  const offset = -date.getTimezoneOffset()
  const minutes = Math.abs(offset)
  return `${day}T${time}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
