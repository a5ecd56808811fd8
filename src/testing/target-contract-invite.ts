import { want } from './contract-case.ts'
import type { TargetCheck } from './target-contract-values.ts'

export const inviteCases: readonly TargetCheck[] = [
  [
    'gives one result for each invitation',
    async ({ target }) => {
      if (!target.invite) return
      const size = Math.min(target.capabilities?.invitationBatchSize ?? 100, 5)
      const invitations = Array.from({ length: size }, (_, nth) => anInvitation(`Person.${nth}@Example.org`))
      const results = await target.invite(invitations, { idempotencyKey: 'contract:invite' })
      const seen = results.map(({ email }) => email.toLowerCase()).sort()
      const wanted = invitations.map(({ email }) => email.toLowerCase()).sort()
      want(
        seen.join() === wanted.join(),
        'invite must give exactly one result an invitation, with its address, in any order: without one nobody knows whether the person was invited.',
        seen,
      )
      const outcomes = ['invited', 'added', 'already', 'failed']
      want(
        results.every(({ outcome }) => outcomes.includes(outcome)),
        `The outcome of an invitation must be one of ${outcomes.join(', ')}.`,
        results,
      )
    },
  ],
  [
    'invites a person once, whatever the case of the address',
    async ({ target, stored }) => {
      if (!target.invite) return
      await target.invite([anInvitation('ana@example.org')], { idempotencyKey: 'contract:invite:1' })
      const [again] = await target.invite([anInvitation('Ana@Example.org')], { idempotencyKey: 'contract:invite:2' })
      want(
        again?.outcome !== 'failed',
        "To invite somebody again must not fail: 'already' says that there is nothing to do.",
        again,
      )
      const people = (await stored()).users.filter(({ value }) => value.email?.toLowerCase() === 'ana@example.org')
      want(people.length <= 1, 'To invite somebody again must not make a second person.', people.length)
    },
  ],
]

const anInvitation = (email: string) => ({ userKey: `person:${email}`, email, name: email, id: null })
