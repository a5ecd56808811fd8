import { describe, expect, it } from 'vitest'
import type { Override, Participant } from '../../src/model/index.ts'
import { renderSchedule } from '../../src/schedule/index.ts'
import { aRotation, aUser, anAbsence, oneSlot } from './support/builders.ts'

const day = ['2026-01-05T00:00:00Z', '2026-01-06T00:00:00Z'] as const
const at = (from: number, to: number) =>
  [from, to].map((hour) => `2026-01-05T${String(hour).padStart(2, '0')}:00:00Z`) as [string, string]
const users = [...['ada', 'bo', 'cy', 'dan'].map((name) => aUser(name)), aUser('off', false)]
/** Hours and holder of each stretch of the day shift, such as `09-12 ada`. */
const held = (overrides: readonly Override[], holders: readonly (string | Participant)[] = ['ada']) =>
  renderSchedule(oneSlot(aRotation({ holders }), overrides, users), 'group:ops', { from: day[0], to: day[1] }).map(
    ({ start, end, userKeys }) =>
      `${start.slice(11, 13)}-${end.slice(11, 13)} ${userKeys.map((key) => key.slice(7)).join('+')}`,
  )

describe('absences', () => {
  it('give the slot to the replacement for their time', () => {
    expect(held([anAbsence('1', 'ada', 'bo', at(11, 14))])).toEqual(['09-11 ada', '11-14 bo', '14-17 ada'])
  })

  it('leave the slot empty without a replacement', () => {
    expect(held([anAbsence('1', 'ada', null, at(11, 14))])).toEqual(['09-11 ada', '14-17 ada'])
  })

  it('follow a replacement who is away too', () => {
    const overrides = [
      anAbsence('1', 'ada', 'bo', day),
      anAbsence('2', 'bo', 'cy', at(10, 12)),
      anAbsence('3', 'cy', null, at(11, 13)),
    ]
    expect(held(overrides)).toEqual(['09-10 bo', '10-11 cy', '12-17 bo'])
  })

  it('reach nobody while replacements go in a circle', () => {
    const overrides = [
      anAbsence('1', 'ada', 'bo', day),
      anAbsence('2', 'bo', 'cy', day),
      anAbsence('3', 'cy', 'ada', at(10, 12)),
    ]
    expect(held(overrides)).toEqual(['09-10 cy', '12-17 cy'])
    expect(held([anAbsence('1', 'ada', 'ada', at(10, 12))])).toEqual(['09-10 ada', '12-17 ada'])
  })

  it('reach nobody through an inactive user at any step', () => {
    expect(held([anAbsence('1', 'ada', 'off', at(10, 12))])).toEqual(['09-10 ada', '12-17 ada'])
    expect(held([anAbsence('1', 'ada', 'off', at(10, 12)), anAbsence('2', 'off', 'bo', day)])).toEqual([
      '09-10 ada',
      '12-17 ada',
    ])
    expect(held([anAbsence('1', 'off', 'bo', day)], ['off'])).toEqual([])
  })

  it('for the group win over those for all', () => {
    const overrides = [anAbsence('1', 'ada', 'bo', day, { scope: 'group' }), anAbsence('2', 'ada', 'cy', at(10, 12))]
    expect(held(overrides)).toEqual(['09-17 bo'])
    expect(held(overrides.toReversed())).toEqual(['09-17 bo'])
  })

  it('that begin later win, then those with the smaller key', () => {
    const later = [anAbsence('1', 'ada', 'bo', day), anAbsence('2', 'ada', 'cy', at(10, 12))]
    expect(held(later)).toEqual(['09-10 bo', '10-12 cy', '12-17 bo'])
    expect(held(later.toReversed())).toEqual(['09-10 bo', '10-12 cy', '12-17 bo'])
    const same = [anAbsence('2', 'ada', 'cy', at(10, 13)), anAbsence('1', 'ada', 'bo', at(10, 12))]
    expect(held(same)).toEqual(['09-10 ada', '10-12 bo', '12-13 cy', '13-17 ada'])
    expect(held(same.toReversed())).toEqual(['09-10 ada', '10-12 bo', '12-13 cy', '13-17 ada'])
  })

  it('apply to the rotations that they name only', () => {
    expect(held([anAbsence('1', 'ada', 'bo', day, { rotationKeys: ['shift:day/slot:2'] })])).toEqual(['09-17 ada'])
  })

  it('do not redirect a fixed device', () => {
    expect(held([anAbsence('1', 'ada', 'bo', day)], [{ kind: 'user', key: 'person:ada', overridable: false }])).toEqual(
      ['09-17 ada'],
    )
  })

  it('redirect each of several who hold the slot together', () => {
    const all: Participant = {
      kind: 'all',
      of: [
        { kind: 'user', key: 'person:ada' },
        { kind: 'user', key: 'person:dan' },
      ],
    }
    expect(held([anAbsence('1', 'ada', 'bo', at(9, 12))], [all])).toEqual(['09-12 bo+dan', '12-17 ada+dan'])
  })

  it('without any time mean nothing', () => {
    expect(
      held([
        anAbsence('1', 'ada', 'bo', [at(12, 12)[0], at(12, 12)[1]]),
        anAbsence('2', 'ada', 'cy', [at(13, 14)[1], at(13, 14)[0]]),
      ]),
    ).toEqual(['09-17 ada'])
  })
})
