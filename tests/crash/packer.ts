// Packs without end in the folder it is given, and says each thing that is done: a line is written after its commit.
import { writeSync } from 'node:fs'
import { openStore } from '#electron/store/index.ts'
import { openPackingBench } from '#tests/support/packing-bench.ts'
import { endlessGoods, endlessOrder } from '#tests/support/endless-order.ts'

const [folder = ''] = process.argv.slice(2)
const store = openStore(folder)
const packing = openPackingBench({
  store,
  orderNo: endlessOrder,
  goods: endlessGoods,
  unitsACarton: 6,
  onFault: (error) => {
    throw error
  },
})

const turn = (): void => {
  packing.step()
  const { carton, packed, step, lastVerified } = packing.state()
  const told = {
    packed,
    step,
    code: carton?.code ?? null,
    cartonNo: carton?.cartonNo ?? null,
    units: carton?.units ?? 0,
    verified: lastVerified?.code ?? null,
  }
  writeSync(1, `${JSON.stringify(told)}\n`)
  setImmediate(turn)
}
turn()
