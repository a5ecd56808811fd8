import { readEnvelope } from '../list-envelope.ts'
import { allRows } from '../resources/read-resource.ts'
import type { TenantShift } from '../tenant.ts'
import type { WireGroup, WireMembership, WireShift, WireShiftMember } from '../wire/index.ts'
import { idOf } from '../wire-schema/row-kind.ts'
import { eachLimited } from './each-limited.ts'
import type { ExportReader } from './export-reader.ts'
import type { ExportSource } from './export-source.ts'

/** Parts asked for at once. More than the client ever sends, so that its queue never runs dry, and few enough to let the other lists in. */
const partsAtOnce = 12

/** Reads roster and shifts of groups: one request for each, more only where one has more pages. */
export async function readGroupParts(
  source: ExportSource,
  reader: ExportReader,
  groups: Iterable<WireGroup>,
): Promise<void> {
  const { client, signal } = source
  const { draft } = reader
  const parts = [...groups].flatMap((group) => [
    { resource: 'roster', group, read: async () => readRoster(group) },
    ...(mayHaveShifts(group) ? [{ resource: 'shifts', group, read: async () => readShifts(group) }] : []),
  ])
  const totals = new Map<string, number>()
  for (const { resource } of parts) totals.set(resource, (totals.get(resource) ?? 0) + 1)
  const done = new Map<string, number>()

  const readRoster = async ({ id }: WireGroup): Promise<void> =>
    reader.part(
      'roster',
      id,
      () => client.roster.list(id, {}, { signal }),
      (row) => {
        const member = idOf(row.member) ?? ''
        const whole: WireMembership = idOf(row.group) === null ? { ...row, group: { id } } : row
        if (!draft.rows.roster.has(`${id} ${member}`)) draft.rows.roster.set(`${id} ${member}`, whole)
      },
    )

  const readShifts = async ({ id }: WireGroup): Promise<void> => {
    const found: WireShift[] = []
    const list = async (embed: readonly ('members' | 'rotation' | 'exclusions')[]): Promise<void> =>
      reader.part(
        'shifts',
        id,
        () => client.shifts.list(id, { embed }, { signal }),
        (row) => void found.push(row),
      )
    await list(['members', 'rotation', 'exclusions'])
    for (const shift of found) await keepShift(id, shift)
  }

  const keepShift = async (groupId: string, shift: WireShift): Promise<void> => {
    const kept = draft.rows.shifts.get(shift.id)
    if (kept) {
      const message = `shifts of group ${groupId}: ${shift.id} is a shift of group ${idOf(kept.group) ?? ''} too.`
      draft.addGap({ resource: 'shifts', group: groupId, reason: 'duplicate', message })
      return
    }
    const embedded = readEnvelope(shift.members)
    const members =
      embedded === null
        ? await reader.one('shifts', async () => allRows(client.shiftMembers.list(groupId, shift.id, {}, { signal })))
        : (embedded.rows as readonly WireShiftMember[])
    const group = idOf(shift.group) === null ? { group: { id: groupId } } : {}
    const whole: TenantShift = { ...shift, ...group, members: members ?? [] }
    draft.rows.shifts.set(shift.id, whole)
  }

  const pending = parts.filter(({ resource, group }) => !draft.isRead(resource, group.id))
  await eachLimited(pending, partsAtOnce, async ({ resource, read }) => {
    await read()
    done.set(resource, (done.get(resource) ?? 0) + 1)
    reader.progress(resource, done.get(resource) ?? 0, totals.get(resource) ?? null)
  })
}

/** Broadcast and dynamic groups have none; a group without a type is an on-call group of an older instance. */
function mayHaveShifts({ groupType }: WireGroup): boolean {
  const word = String(groupType ?? '').toUpperCase()
  return word !== 'BROADCAST' && word !== 'DYNAMIC'
}
