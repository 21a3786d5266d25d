/** Names of winerror.h for what a spooler says most; any other comes as its number. */
const names: Readonly<Record<number, string>> = {
  5: 'ERROR_ACCESS_DENIED',
  6: 'ERROR_INVALID_HANDLE',
  63: 'ERROR_PRINT_CANCELLED',
  87: 'ERROR_INVALID_PARAMETER',
  1722: 'RPC_S_SERVER_UNAVAILABLE',
  1801: 'ERROR_INVALID_PRINTER_NAME',
  1804: 'ERROR_INVALID_DATATYPE',
  1905: 'ERROR_PRINTER_DELETED',
  1906: 'ERROR_INVALID_PRINTER_STATE',
}

/** What GetLastError said after `call` failed, e.g. `ERROR_ACCESS_DENIED` or `WIN32_1797` as its `code`. */
export const win32Error = (call: string, number: number): Error => {
  const code = names[number] ?? `WIN32_${number}`
  return Object.assign(new Error(`${call}: ${code}`), { code })
}
