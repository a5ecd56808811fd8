import type { TargetAdapter, TargetRecord, UserGroup } from 'xmatters-sync'
import type { createFakeXMatters } from 'xmatters-sync/testing'

type FakeTenant = ReturnType<typeof createFakeXMatters>['tenant']

export interface BothSides {
  readonly fake: { readonly tenant: FakeTenant }
  readonly target: TargetAdapter
  readonly signal: AbortSignal
}

const hourMs = 3_600_000

/** What a busy afternoon does to both systems. Says each edit in words. */
export async function changeBothSides({ fake: { tenant }, target, signal }: BothSides): Promise<readonly string[]> {
  return [...editSource(tenant), ...(await editTarget(tenant, { target, signal }))]
}

function editSource(tenant: FakeTenant): string[] {
  const teams = plainTeams(tenant)
  const shiftsOf = (groupId: string): FakeTenant['shifts'] =>
    tenant.shifts.filter(({ group, members }) => group?.id === groupId && members.length > 1)
  const [joined, moved, abroad, described] = teams
  const gone = teams.findLast(({ id }) => isMentionedNowhere(tenant, id))
  if (!joined || !moved || !abroad || !described || !gone) throw new Error('The tenant is too small for this story.')

  const rota = shiftsOf(joined.id).find(({ rotation, recurrence }) => rotation && recurrence?.frequency !== 'ONCE')
  const day = shiftsOf(moved.id)[0]
  const far = shiftsOf(abroad.id)[0]
  const newcomer = tenant.people.find(
    ({ id, status }) => status === 'ACTIVE' && !tenant.roster.some(({ member }) => member.id === id),
  )
  if (!rota || !day || !far || !newcomer) throw new Error('The tenant has no shifts for this story.')

  const recipient = { id: newcomer.id, targetName: newcomer.targetName ?? newcomer.id, recipientType: 'PERSON' }
  const places = rota.members.toSorted((a, b) => Number(a.position) - Number(b.position))
  // The delays stay with the places; everybody moves down by one, and a last place is added.
  rota.members = [{ recipient, inRotation: true }, ...places].map((member, index) => {
    const { delay = 10, escalationType = 'PEER' } = places[index] ?? {}
    return { ...member, delay, escalationType, position: index + 1 }
  })
  tenant.roster.push({ group: { id: joined.id, recipientType: 'GROUP' }, member: recipient })

  day.start = hourLater(day.start)
  day.end = hourLater(day.end)

  const zoneBefore = far.timezone
  far.timezone = 'Asia/Tokyo'

  described.description = 'Checkout, settlement and refunds'
  removeGroup(tenant, gone.id)

  const name = `${newcomer.firstName ?? ''} ${newcomer.lastName ?? ''}`.trim()
  return [
    `in xMatters: ${name} joins "${rota.name}" of ${joined.targetName}, in front of everybody`,
    `in xMatters: "${day.name}" of ${moved.targetName} begins and ends an hour later`,
    `in xMatters: "${far.name}" of ${abroad.targetName} moves from ${zoneBefore} to Asia/Tokyo`,
    `in xMatters: ${described.targetName} gets another description`,
    `in xMatters: ${gone.targetName} is deleted`,
  ]
}

async function editTarget(
  tenant: FakeTenant,
  { target, signal }: Pick<BothSides, 'target' | 'signal'>,
): Promise<string[]> {
  const { userGroups } = await target.read({ signal })
  const [, renamed, , described] = plainTeams(tenant)
  const edit = async (groupId: string | undefined, change: Partial<UserGroup>): Promise<string> => {
    const record = userGroups.find(({ link }) => link?.key === `group:${groupId}`)
    if (!record?.link) throw new Error('The target does not have the group of this story.')
    await editRecord(target, { ...record, link: record.link }, change)
    return record.value.name
  }
  const name = await edit(renamed?.id, { description: 'Ask in #payments before you page' })
  const collides = await edit(described?.id, { description: 'Moves to the new team in March' })
  return [
    `in the target: somebody gives ${name} another description`,
    `in the target: somebody gives ${collides} another description too, which collides`,
  ]
}

/** What the host's own screens would write. */
async function editRecord(
  target: TargetAdapter,
  {
    id,
    link,
    revision,
    value,
  }: TargetRecord<UserGroup> & { readonly link: NonNullable<TargetRecord<UserGroup>['link']> },
  change: Partial<UserGroup>,
): Promise<void> {
  await target.update(
    {
      action: 'update',
      entity: 'userGroup',
      id,
      link,
      value: { ...value, ...change },
      fields: Object.keys(change),
      expectedRevision: revision,
    },
    { idempotencyKey: `a-person-edits-${id}` },
  )
}

/** On-call groups that are active and have shifts of their own, in the order of their names. */
function plainTeams(tenant: FakeTenant): FakeTenant['groups'] {
  const staffed = new Set(tenant.shifts.filter(({ members }) => members.length > 1).map(({ group }) => group?.id))
  return tenant.groups
    .filter(({ id, groupType, status }) => groupType === 'ON_CALL' && status === 'ACTIVE' && staffed.has(id))
    .sort((a, b) => ((a.targetName ?? '') < (b.targetName ?? '') ? -1 : 1))
}

function isMentionedNowhere(tenant: FakeTenant, groupId: string): boolean {
  return (
    !tenant.shifts.some(({ members }) => members.some(({ recipient }) => recipient?.id === groupId)) &&
    !tenant.roster.some(({ member }) => member.id === groupId)
  )
}

function removeGroup(tenant: FakeTenant, groupId: string): void {
  tenant.groups = tenant.groups.filter(({ id }) => id !== groupId)
  tenant.shifts = tenant.shifts.filter(({ group }) => group?.id !== groupId)
  tenant.roster = tenant.roster.filter(({ group }) => group.id !== groupId)
  tenant.absences = tenant.absences.filter(({ group }) => group?.id !== groupId)
  for (const service of tenant.services) if (service.ownedBy?.id === groupId) delete service.ownedBy
}

function hourLater(instant: string | undefined): string {
  return new Date(Date.parse(instant ?? '') + hourMs).toISOString()
}
