import type { Command } from './command-code.ts'
import { exceptionKinds } from './goods-exception.ts'

export type SheetCommand = Exclude<Command, { readonly name: 'unknown' | 'resume' }>

export const sheetGroupNames = [
  'packing',
  'exceptions',
  'numbers',
  'checks',
  'supervisor',
  'boxes',
] as const
export type SheetGroupName = (typeof sheetGroupNames)[number]

export interface SheetGroup {
  readonly name: SheetGroupName
  readonly commands: readonly SheetCommand[]
}

/** The multipliers worth a code of their own; others are typed after F3. */
const factors = [2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 24] as const

/** Commands that wait for a supervisor's badge: anybody can scan what hangs on the bench. */
const supervised = ['accept-weight', 'void'] as const
export type SupervisedCommand = (typeof supervised)[number]

/** The command when it takes a supervisor, else null. */
export const supervisedCommand = ({ name }: Command): SupervisedCommand | null =>
  supervised.find((known) => known === name) ?? null

/** The command codes that a sheet bears, in its order. Box types come last, for a bench may have any number. */
export const sheetGroups = (boxTypeIds: readonly string[]): readonly SheetGroup[] => {
  const groups: Readonly<Record<SheetGroupName, readonly SheetCommand[]>> = {
    packing: [
      { name: 'done' },
      { name: 'undo' },
      { name: 'acknowledge' },
      { name: 'same-again' },
      { name: 'mode', mode: 'whole-case' },
      { name: 'mode', mode: 'scan' },
      { name: 'mode', mode: 'planned' },
      { name: 'agree' },
      { name: 'park' },
      { name: 'queue' },
      { name: 'pallet' },
    ],
    exceptions: [
      ...exceptionKinds.map((kind) => ({ name: 'exception', kind }) as const),
      { name: 'photo' },
    ],
    numbers: factors.map((factor) => ({ name: 'times', factor })),
    checks: [
      { name: 'reprint' },
      { name: 'unit-label' },
      { name: 'recount' },
      { name: 'shift' },
      { name: 'find' },
      { name: 'back' },
      { name: 'sign-out' },
    ],
    supervisor: supervised.map((name) => ({ name })),
    boxes: boxTypeIds.map((boxType) => ({ name: 'box', boxType })),
  }
  return sheetGroupNames.map((name) => ({ name, commands: groups[name] }))
}
