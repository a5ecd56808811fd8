import type { WireGroup } from '../wire/index.ts'
import type { ExportReader } from './export-reader.ts'
import type { ExportSource } from './export-source.ts'

/** Reads all groups that the account may see; those with a rule get it from the one list that tells rules. */
export async function readGroups(
  { client, signal }: ExportSource,
  reader: ExportReader,
): Promise<Map<string, WireGroup>> {
  const groups = new Map<string, WireGroup>()
  const embed = ['supervisors', 'observers'] as const
  await reader.list('groups', client.groups.list({ embed }, { signal }), (group) => void groups.set(group.id, group))
  const isRuled = ({ groupType, criteria }: WireGroup): boolean =>
    String(groupType ?? '').toUpperCase() === 'DYNAMIC' && !criteria
  if ([...groups.values()].some(isRuled)) {
    const ruled = client.groups.list({ groupType: 'DYNAMIC', embed: ['criteria'] }, { signal })
    await reader.list('groups', ruled, ({ id, criteria }) => {
      const group = groups.get(id)
      if (group && criteria) groups.set(id, { ...group, criteria })
    })
  }
  return groups
}
