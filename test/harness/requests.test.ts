import { describe, expect, it } from 'vitest'
import {
  createUserGroupRequest,
  invitationRequests,
  readInvitationOutcomes,
  readUserGroupRequest,
  updateUserGroupRequest,
} from '../../src/harness/index.ts'

const scope = { accountIdentifier: 'acc', orgIdentifier: 'default' }
const group = {
  identifier: 'Ops',
  name: 'Ops',
  description: 'd'.repeat(2000),
  emails: ['Bo@x.io', 'ana@x.io', 'BO@X.IO '],
}

describe('user group requests', () => {
  it('lower-cases the members, once each, because PUT replaces the membership', () => {
    const { method, path, query, body } = updateUserGroupRequest(scope, group)
    expect({ method, path, query }).toEqual({ method: 'PUT', path: '/ng/api/v2/user-groups', query: scope })
    expect(body).toMatchObject({ identifier: 'Ops', users: ['ana@x.io', 'bo@x.io'], orgIdentifier: 'default' })
  })

  it('says nothing of notifications, or what it was given', () => {
    expect(updateUserGroupRequest(scope, group).body).not.toHaveProperty('notificationConfigs')
    const notificationConfigs = [{ type: 'EMAIL', groupEmail: 'ops@x.io' }]
    expect(updateUserGroupRequest(scope, { ...group, notificationConfigs }).body).toMatchObject({ notificationConfigs })
  })

  it('cuts the description at 1024 characters', () => {
    expect((createUserGroupRequest(scope, group).body as { description: string }).description).toHaveLength(1024)
  })

  it('refuses an identifier that the platform would refuse', () => {
    expect(() => createUserGroupRequest(scope, { ...group, identifier: 'a-b' })).toThrow('"a-b"')
  })

  it('refuses more members than the platform takes', () => {
    const emails = Array.from({ length: 5001 }, (_, index) => `p${index}@x.io`)
    expect(() => createUserGroupRequest(scope, { ...group, emails })).toThrow('5001')
  })

  it('refuses more tags than the platform takes', () => {
    const tags = Object.fromEntries(Array.from({ length: 129 }, (_, index) => [`t${index}`, 'x']))
    expect(() => createUserGroupRequest(scope, { ...group, tags })).toThrow('129 tags')
  })

  it('encodes the identifier in the path', () => {
    expect(readUserGroupRequest(scope, '../x').path).toBe('/ng/api/v2/user-groups/..%2Fx')
  })
})

describe('invitation requests', () => {
  it('asks for 100 people at a time', () => {
    const emails = Array.from({ length: 250 }, (_, index) => `P${index}@x.io`)
    const bodies = invitationRequests(scope, emails).map((request) => request.body as { emails: string[] })
    expect(bodies.map((body) => body.emails.length)).toEqual([100, 100, 50])
    expect(new Set(bodies.flatMap((body) => body.emails))).toEqual(new Set(emails.map((email) => email.toLowerCase())))
  })

  it('asks nothing for nobody', () => {
    expect(invitationRequests(scope, [])).toEqual([])
  })

  it.each([
    ['USER_INVITED_SUCCESSFULLY', 'invited'],
    ['USER_ADDED_SUCCESSFULLY', 'added'],
    ['USER_ALREADY_ADDED', 'already'],
    ['USER_ALREADY_INVITED', 'already'],
    ['FAIL', 'failed'],
    ['SOMETHING_NEW', 'failed'],
  ])('reads %s as %s', (word, outcome) => {
    expect(readInvitationOutcomes(['Ana@x.io'], { data: { addUserResponseMap: { 'ana@X.io': word } } })).toEqual([
      { email: 'ana@x.io', outcome, detail: word },
    ])
  })

  it.each([null, 'text', [], {}, { data: null }, { data: { addUserResponseMap: 7 } }])(
    'counts everyone as failed when the answer is %j',
    (answer) => {
      expect(readInvitationOutcomes(['a@x.io', 'b@x.io'], answer).map((one) => one.outcome)).toEqual([
        'failed',
        'failed',
      ])
    },
  )
})
