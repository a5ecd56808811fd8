import { want } from './contract-case.ts'
import { anInvitation, anew, type TargetCheck } from './target-under-test.ts'

export const inviteCases: readonly TargetCheck[] = [
  [
    'gives one result for each invitation',
    async ({ target, stored }) => {
      if (!target.invite) return
      const size = Math.min(target.capabilities?.invitationBatchSize ?? 100, 5)
      const invitations = Array.from({ length: size }, (_, nth) => anInvitation(`Person.${nth}@Example.org`))
      const results = await target.invite(invitations, anew())
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
      const users = new Map((await stored()).users.map(({ id, value }) => [id, value.email?.toLowerCase()]))
      for (const { id, email } of results)
        want(
          id === undefined || users.get(id) === email.toLowerCase(),
          'An id that invite gives must be that of the person whom read shows with the address: schedules are written with it. Leave it out where it is not known yet.',
          { id, email },
        )
    },
  ],
  [
    'invites a person once, whatever the case of the address',
    async ({ target, stored }) => {
      if (!target.invite) return
      await target.invite([anInvitation('ana@example.org')], anew())
      const [again] = await target.invite([anInvitation('Ana@Example.org')], anew())
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
