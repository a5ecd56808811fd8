import type { WireGroup } from '../wire/index.ts'
import { readWord } from '../wire-schema/read-word.ts'
import type { ExportReader } from './export-reader.ts'
import type { ExportSource } from './export-source.ts'

/** Reads all groups that the account may see into `groups`; those with a rule get it from the one list that tells rules. */
export async function readGroups(
  { client, signal }: ExportSource,
  reader: ExportReader,
  groups: Map<string, WireGroup>,
): Promise<void> {
  const embed = ['supervisors', 'observers'] as const
  await reader.list('groups', client.groups.list({ embed }, { signal }), (group) => void groups.set(group.id, group))
  if (![...groups.values()].some(lacksRule)) return
  const ruled = client.groups.list({ groupType: 'DYNAMIC', embed: ['criteria'] }, { signal })
  const keep = ({ id, criteria }: WireGroup): void => {
    const group = groups.get(id)
    if (group && criteria) groups.set(id, { ...group, criteria })
  }
  await reader.one('groups', async () => reader.pages(ruled, keep, 'groups'))
}

function lacksRule({ groupType, criteria }: WireGroup): boolean {
  return readWord(groupType) === 'DYNAMIC' && !criteria
}
