import { XMattersClientError } from '../client-error.ts'
import { readEnvelope } from '../list-envelope.ts'
import type { WireGroup, WireShift, WireShiftMember } from '../wire/index.ts'
import { readWord } from '../wire-schema/read-word.ts'
import { idOf } from '../wire-schema/row-kind.ts'
import { eachLimited } from './each-limited.ts'
import type { ExportReader } from './export-reader.ts'
import type { ExportSource } from './export-source.ts'
import { rosterKey } from './tenant-draft.ts'

/** Parts asked for at once: more than the client sends, so that its queue never runs dry, and few enough to let the other lists in. */
const partsAtOnce = 12

/** The parts that a group has. Broadcast and dynamic groups have no shifts; one without a type is an on-call group of an older instance. */
export function partsOf({ groupType }: WireGroup): readonly ('roster' | 'shifts')[] {
  const word = readWord(groupType)
  return word === 'BROADCAST' || word === 'DYNAMIC' ? ['roster'] : ['roster', 'shifts']
}

/** Reads roster and shifts of groups: one request for each, more only where one has more pages. */
export async function readGroupParts(
  { client, signal, abort }: ExportSource,
  reader: ExportReader,
  groups: Iterable<WireGroup>,
): Promise<void> {
  const { draft } = reader
  const { rows } = draft
  const parts = [...groups].flatMap((group) => partsOf(group).map((resource) => ({ resource, id: group.id })))
  const totals = { roster: 0, shifts: 0 }
  const done = { roster: 0, shifts: 0 }
  for (const { resource } of parts) totals[resource] += 1
  let knowsExclusions = true

  const readRoster = async (id: string): Promise<void> =>
    reader.pages(
      client.roster.list(id, {}, { signal }),
      (row) => {
        const key = rosterKey(id, idOf(row.member) ?? '')
        rows.roster.set(key, idOf(row.group) === null ? { ...row, group: { id } } : row)
      },
      'roster',
      id,
    )

  const readShifts = async (id: string): Promise<void> => {
    const found: WireShift[] = []
    const read = async (embed: readonly ('members' | 'rotation' | 'exclusions')[]): Promise<void> =>
      reader.pages(client.shifts.list(id, { embed }, { signal }), (row) => void found.push(row), 'shifts', id)
    const always = ['members', 'rotation'] as const
    const asks = knowsExclusions
    try {
      await read(asks ? [...always, 'exclusions'] : always)
    } catch (error) {
      // An older instance may refuse to embed what it does not have.
      if (!asks || !(error instanceof XMattersClientError) || error.code !== 'bad-request') throw error
      knowsExclusions = false
      await read(always)
    }
    for (const shift of found) await keepShift(id, shift)
  }

  const keepShift = async (group: string, shift: WireShift): Promise<void> => {
    const owner = idOf(rows.shifts.get(shift.id)?.group)
    if (owner !== null && owner !== group) {
      draft.addGap('shifts', group, 'duplicate', `${shift.id} is a shift of group ${owner} too.`)
      return
    }
    const embedded: readonly unknown[] | undefined = readEnvelope(shift.members)?.rows
    const read = async (): Promise<readonly WireShiftMember[]> =>
      reader.rows(client.shiftMembers.list(group, shift.id, {}, { signal }), 'shifts', group)
    const members = embedded?.filter(isMember) ?? (await reader.one('shifts', read, group)) ?? []
    if (embedded && members.length < embedded.length) {
      draft.addGap('shifts', group, 'unreadable', `Members of ${shift.id} cannot be read; left out.`)
    }
    rows.shifts.set(shift.id, { ...shift, ...(idOf(shift.group) === null ? { group: { id: group } } : {}), members })
  }

  const readPart = async ({ resource, id }: (typeof parts)[number]): Promise<void> => {
    await reader.part(resource, id, async () => (resource === 'roster' ? readRoster(id) : readShifts(id)))
    done[resource] += 1
    reader.progress(resource, done[resource], totals[resource])
  }
  await eachLimited(parts, partsAtOnce, readPart, abort)
}

function isMember(row: unknown): row is WireShiftMember {
  return typeof row === 'object' && row !== null
}
