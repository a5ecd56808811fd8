/**
 * A unit test of your own code on top of the mapping, with wire values from builders: no instance, no network, no fixtures to keep.
 * Any test runner will do; this is Node's own.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mapTenant, onCallAt, type OnCallSnapshot } from 'xmatters-sync'
import { aDevice, aGroup, aMember, anAbsence, aPerson, aReference, aShift, aTenantOf } from 'xmatters-sync/testing'

/** Stands for your code: whom the phone tree of this application calls at an instant, and after how long. */
function phoneTree(snapshot: OnCallSnapshot, instant: string): readonly string[] {
  const users = new Map(snapshot.users.map((user) => [user.key, user]))
  return snapshot.escalationPolicies.flatMap((policy) =>
    onCallAt(snapshot, policy.key, instant).flatMap(({ offsetMinutes, userKeys }) =>
      userKeys.map((key) => {
        const user = users.get(key)
        const phone = user?.contactMethods.find(({ kind }) => kind === 'voice')?.address ?? 'no phone'
        return `${policy.name}, after ${offsetMinutes} min: ${user?.name} (${phone})`
      }),
    ),
  )
}

const ana = aPerson({ targetName: 'ana', firstName: 'Ana', lastName: 'Reed' })
const bo = aPerson({ targetName: 'bo', firstName: 'Bo', lastName: 'Costa' })
const shift = aShift({ members: [aMember(ana), aMember(bo, { position: 2, delay: 10 })] })
const monday = '2026-11-23T16:00:00Z'

void test('calls the second person after ten minutes', () => {
  const phone = aDevice({
    owner: aReference(ana),
    deviceType: 'VOICE',
    name: 'Mobile Phone',
    phoneNumber: '+12505550143',
  })
  const { snapshot } = mapTenant(
    aTenantOf({ people: [ana, bo], devices: [phone], groups: [aGroup()], shifts: [shift] }),
  )
  assert.deepEqual(phoneTree(snapshot, monday), [
    'Payments Platform, after 0 min: Ana Reed (+12505550143)',
    'Payments Platform, after 10 min: Bo Costa (no phone)',
  ])
})

void test('calls whoever stands in', () => {
  const absence = anAbsence({ member: aReference(ana), replacement: aReference(bo), start: monday })
  const { snapshot } = mapTenant(
    aTenantOf({ people: [ana, bo], groups: [aGroup()], shifts: [shift], absences: [absence] }),
  )
  assert.match(phoneTree(snapshot, monday)[0] ?? '', /Bo Costa/)
})
