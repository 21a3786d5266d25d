/** Grouped for the eye: `LS 0003 0411 87 N`. */
export const cartonFigures = (code: string): string =>
  [code.slice(0, 2), code.slice(2, 6), code.slice(6, 10), code.slice(10, 12), code.slice(12)].join(
    ' ',
  )
