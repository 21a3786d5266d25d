import { randomBytes } from 'node:crypto'
import type { Milestone } from '#shared/contract/linkstar-api.ts'
import type { Database } from './database.ts'
import { publish } from './feed-position.ts'

const notes: Readonly<Record<Milestone['code'], readonly [zh: string, en: string]>> = {
  received: ['集货仓已收货', 'Received at the consolidation site'],
  departed: ['已离港', 'Departed'],
  arrived: ['已到港', 'Arrived'],
  clearing: ['清关中', 'In customs clearance'],
  signed: ['目的仓已签收', 'Signed for by the destination warehouse'],
  exception: ['运输异常', 'Exception on the way'],
}

export const passMilestone = async (
  tx: Database,
  told: Pick<Milestone, 'reference_no' | 'code'> & Partial<Milestone>,
  now: Date,
): Promise<Milestone> => {
  const [note_zh, note_en] = notes[told.code]
  const milestone_id = `MS-${randomBytes(6).toString('hex')}`
  const milestone = { note_zh, note_en, at: now.toISOString(), ...told, milestone_id }
  await publish(tx, milestone_id, { kind: 'milestone', milestone })
  return milestone
}
