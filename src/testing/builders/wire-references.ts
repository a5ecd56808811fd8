import type {
  WireDevice,
  WireGroup,
  WireNamedReference,
  WirePerson,
  WireRecipientReference,
  WireSite,
} from '../../xmatters/wire/index.ts'

/** How the wire mentions a person, a group or a device. */
export function aReference(recipient: WirePerson | WireGroup | WireDevice): WireRecipientReference {
  const { id, recipientType = 'PERSON', targetName = id } = recipient
  const path = { PERSON: 'people', GROUP: 'groups', DEVICE: 'devices' }[recipientType] ?? 'people'
  return {
    id,
    targetName,
    recipientType,
    ...('firstName' in recipient && { firstName: recipient.firstName ?? '', lastName: recipient.lastName ?? '' }),
    ...('groupType' in recipient && { groupType: recipient.groupType ?? 'ON_CALL' }),
    ...('owner' in recipient && recipient.owner !== undefined && { owner: recipient.owner }),
    links: { self: `/api/xm/1/${path}/${id}` },
  }
}

/** How the wire mentions a site. */
export function aSiteReference({ id, name = id }: WireSite): WireNamedReference {
  return { id, name, links: { self: `/api/xm/1/sites/${id}` } }
}
