import type { KeptCarton } from './keep-marks.ts'

interface Expected {
  readonly orderNo: string
  readonly units: number
  readonly cartons: number
}

/** Everything that is not as it should be after the demo, in words. */
export const checkResult = (
  cartons: readonly KeptCarton[],
  expected: Expected,
  complaints: readonly string[],
): readonly string[] => {
  const faults: string[] = complaints.map((complaint) => `the page complained: ${complaint}`)
  const units = cartons
    .flatMap(({ contents }) => contents)
    .reduce((sum, { quantity }) => sum + quantity, 0)
  if (units !== expected.units) faults.push(`${units} units packed instead of ${expected.units}`)
  if (cartons.length !== expected.cartons) {
    faults.push(`${cartons.length} cartons instead of ${expected.cartons}`)
  }
  if (new Set(cartons.map(({ code }) => code)).size !== cartons.length) {
    faults.push('two cartons bear the same code')
  }
  for (const { code, order, marks } of cartons) {
    if (order !== expected.orderNo) faults.push(`${code} belongs to ${order}`)
    if (marks.length !== 2) faults.push(`${code} has ${marks.length} marks instead of 2`)
  }
  return faults
}
