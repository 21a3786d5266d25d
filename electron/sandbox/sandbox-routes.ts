import { Hono } from 'hono'
import { z } from 'zod'
import { milestoneCodes, stockingOrderSchema } from '#shared/contract/linkstar-api.ts'
import { ApiFailure } from './api-failure.ts'
import { cartonReport } from './carton-report.ts'
import type { Database } from './database.ts'
import { passMilestone } from './milestones.ts'
import { amendOrder, cancelOrder } from './order-controls.ts'
import { limitBody, readBody } from './read-body.ts'
import { rightsReport } from './rights-report.ts'
import { runWorld } from './run-world.ts'
import type { SeedBox } from './seed-box.ts'
import { fenceStation, quarantineReport, revokeToken, stationReport } from './station-controls.ts'
import { replyToTicket } from './tickets.ts'
import { transact } from './transact.ts'
import { advanceWorld, worldTime } from './world-clock.ts'
import { worldPlanSchema, writePlan } from './world-plan.ts'

interface Parts {
  readonly db: Database
  readonly seeds: SeedBox
  readonly clock: () => Date
}

const bodyCap = 16 * 1024 * 1024
const line = z.string().min(1).max(500)
const moment = z.iso.datetime({ offset: true })
const cancellationSchema = z.object({ reason: line.default('卖家取消 / cancelled by the seller') })
const milestoneInputSchema = z.object({
  code: z.enum(milestoneCodes),
  at: moment.exactOptional(),
  location: line.exactOptional(),
  note_zh: line.exactOptional(),
  note_en: line.exactOptional(),
  respond_by: moment.exactOptional(),
})
const replySchema = z.object({ message: line, close: z.boolean().default(false) })
/** At most ten years at once. */
const advanceSchema = z.object({
  advance_s: z
    .int()
    .min(0)
    .max(10 * 366 * 24 * 3600),
})

/** Outside the contract: what the server knows and what its world does, for tests and for people. */
export const sandboxRoutes = ({ db, seeds, clock }: Parts) => {
  const routes = new Hono()
  const at = (): string => clock().toISOString()

  routes.get('/cartons', async (context) => context.json(await cartonReport(db)))
  routes.get('/stations', async (context) => context.json(await stationReport(db)))
  routes.get('/rights', async (context) => context.json(await rightsReport(db)))
  routes.get('/quarantine', async (context) => context.json(await quarantineReport(db)))
  routes.get('/seeds', async (context) => {
    await seeds.refresh()
    return context.json({ problems: seeds.problems() })
  })

  routes.post('/stations/:id/revoke', async (context) => {
    await revokeToken(db, context.req.param('id'))
    return context.json({})
  })
  routes.post('/stations/:id/lose', async (context) => {
    await fenceStation(db, context.req.param('id'), at())
    return context.json({})
  })

  routes.use(limitBody(bodyCap))
  routes.post('/clock', async (context) => {
    const { advance_s } = await readBody(context, advanceSchema, bodyCap)
    await advanceWorld(db, advance_s)
    await runWorld(db, at())
    return context.json({ now: (await worldTime(db, at())).toISOString() })
  })
  routes.post('/orders/:reference/amend', async (context) => {
    const order = await readBody(context, stockingOrderSchema, bodyCap)
    return context.json({ order: await amendOrder(db, context.req.param('reference'), order) })
  })
  routes.post('/orders/:reference/cancel', async (context) => {
    const { reason } = await readBody(context, cancellationSchema, bodyCap)
    const order = await cancelOrder(db, context.req.param('reference'), reason, at())
    return context.json({ order })
  })
  routes.put('/orders/:reference/plan', async (context) => {
    const plan = await readBody(context, worldPlanSchema, bodyCap)
    await writePlan(db, context.req.param('reference'), plan)
    return context.json({ plan })
  })
  routes.post('/orders/:reference/milestones', async (context) => {
    const told = await readBody(context, milestoneInputSchema, bodyCap)
    const reference_no = context.req.param('reference')
    const now = await worldTime(db, at())
    const milestone = await transact(db, (tx) => passMilestone(tx, { ...told, reference_no }, now))
    return context.json({ milestone })
  })
  routes.post('/tickets/:id/replies', async (context) => {
    const reply = await readBody(context, replySchema, bodyCap)
    const now = await worldTime(db, at())
    const id = context.req.param('id')
    if (!(await transact(db, (tx) => replyToTicket(tx, id, reply, now)))) {
      throw new ApiFailure('not-found', `no ticket ${id}`)
    }
    return context.json({})
  })
  return routes
}
