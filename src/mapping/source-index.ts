import { append } from '../get-or-add.ts'
import type { XMattersTenant } from '../xmatters/index.ts'
import { groupKind, type GroupKind } from './map-group.ts'
import { isActive, readId, readList, readObject, readText, type WireObject } from './read-wire.ts'

/** The tenant's wire values by id; of several with one id the first counts. */
export interface SourceIndex {
  readonly people: ReadonlyMap<string, WireObject>
  readonly devices: ReadonlyMap<string, WireObject>
  readonly groups: ReadonlyMap<string, SourceGroup>
  /** Rows of rosters of groups that were not read. */
  readonly strayRows: readonly WireObject[]
  readonly sites: ReadonlyMap<string, WireObject>
  readonly personByName: ReadonlyMap<string, string>
  readonly devicesOf: ReadonlyMap<string, readonly WireObject[]>
}

export interface SourceGroup {
  readonly wire: WireObject
  readonly kind: GroupKind
  readonly active: boolean
  /** Rows of the roster. */
  readonly roster: WireObject[]
  readonly services: string[]
}

export function indexSource(tenant: XMattersTenant): SourceIndex {
  const people = byId(tenant.people)
  const devices = new Map(byId(tenant.devices))
  const personByName = new Map<string, string>()
  for (const [id, wire] of people) {
    const name = readText(wire['targetName'])
    if (name !== null && !personByName.has(name)) personByName.set(name, id)
    for (const item of readList(wire['devices'])) {
      const device = readObject(item)
      const deviceId = readText(device['id'])
      if (deviceId !== null && !devices.has(deviceId)) devices.set(deviceId, { owner: { id }, ...device })
    }
  }
  const devicesOf = new Map<string, WireObject[]>()
  for (const wire of devices.values()) {
    const owner = ownerOf(wire, personByName)
    if (owner !== null) append(devicesOf, owner, wire)
  }
  const groups = new Map<string, SourceGroup>()
  for (const [id, wire] of byId(tenant.groups)) {
    const services = readList(wire['services']).flatMap((item) => readText(readObject(item)['targetName']) ?? [])
    groups.set(id, {
      wire,
      kind: groupKind(wire) ?? 'on-call',
      active: isActive(wire),
      roster: [],
      services,
    })
  }
  const strayRows: WireObject[] = []
  for (const item of readList(tenant.roster)) {
    const row = readObject(item)
    const group = groups.get(readId(row['group']) ?? '')
    ;(group?.roster ?? strayRows).push(row)
  }
  for (const item of readList(tenant.services)) {
    const service = readObject(item)
    const name = readText(service['targetName'])
    if (name !== null) groups.get(readId(service['ownedBy']) ?? '')?.services.push(name)
  }
  return { people, devices, groups, strayRows, sites: byId(tenant.sites), personByName, devicesOf }
}

/** Whose device it is: by the reference, else by the name before the bar in `mona|Work Email`. */
export function ownerOf(device: WireObject, personByName: ReadonlyMap<string, string>): string | null {
  const id = readId(device['owner'])
  if (id !== null) return id
  const [name] = (readText(device['targetName']) ?? '').split('|')
  return personByName.get(name ?? '') ?? null
}

function byId(values: unknown): ReadonlyMap<string, WireObject> {
  const found = new Map<string, WireObject>()
  for (const item of readList(values)) {
    const wire = readObject(item)
    const id = readText(wire['id'])
    if (id !== null && !found.has(id)) found.set(id, wire)
  }
  return found
}
