/** `2026-11-23 09:30` and `+08:00` of an ISO 8601 time, as it was told. */
export const clockTime = (at: string): { readonly time: string; readonly zone: string } => {
  const [, date = at, time = '', zone = ''] =
    /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})[^Z+-]*(Z|[+-].*)?$/.exec(at) ?? []
  return { time: `${date} ${time}`, zone: zone === 'Z' ? 'UTC' : zone }
}
