import { describe, expect, it } from 'vitest'
import type { Ledger } from '../../src/model/index.ts'
import type { Change } from '../../src/sync/index.ts'
import { compareSnapshots, verifyOnCall } from '../../src/verify/index.ts'
import {
  renderApplyText,
  renderImpactText,
  renderLedgerText,
  renderParityText,
  renderPlanMarkdown,
  renderPlanText,
  renderReportHtml,
} from '../../src/report/index.ts'
import { aRow } from '../verify/on-call-builders.ts'
import { aChange, aLedger, aPlan, supportSnapshot, window } from './report-fixtures.ts'

/** Every character that could move a cursor, start an escape sequence or turn the direction of reading. */
// oxlint-disable-next-line no-control-regex
const acting = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/

const hostile =
  '\u001b[2J\u001b]8;;http://evil.example\u0007<img src=x onerror=alert(1)>\u202Egnp\u2028| `x` **b** [l](javascript:1)\r\n# head 🚨'

describe('renderApplyText', () => {
  it('says what was not carried out, by name and with the reason', () => {
    const plan = aPlan({
      changes: [
        aChange({ id: 'user:ana:create', action: 'create', entity: 'user', name: 'Ana $& Lima' }),
        aChange({ id: 'group:g:create', action: 'create', name: hostile, dependsOn: ['user:ana:create'] }),
        aChange({ id: 'group:h:update', action: 'update', name: 'Night' }),
      ],
    })
    const error = (message: string) => ({ code: 'x', message })
    const results = [
      { changeId: 'user:ana:create', outcome: 'failed', error: error(`refused: ${hostile}`) },
      {
        changeId: 'group:g:create',
        outcome: 'blocked',
        error: error('It needs user:ana:create, which was not applied.'),
      },
      { changeId: 'group:h:update', outcome: 'applied', targetId: 't1' },
      { changeId: 'gone', outcome: 'stale', error: error('It is gone.') },
    ] as const
    const text = renderApplyText({ planId: plan.id, status: 'partial', results }, plan)
    expect(text).not.toMatch(acting)
    const lines = text.split('\n')
    expect(lines).toHaveLength(4)
    expect(lines[0]).toBe('partial: 1 of 4 changes')
    expect(lines[1]).toMatch(/^ {2}failed {6}Create: user Ana \$& Lima: refused: /)
    expect(lines[2]).toMatch(
      /^ {2}blocked {5}Create: escalation policy .*: It needs Create: user Ana \$& Lima, which was not applied\.$/,
    )
    expect(lines[3]).toBe('  stale       gone: It is gone.')
  })

  it('says why nothing was written, or why it stopped', () => {
    const results = [{ changeId: 'a', outcome: 'not-reached' }] as const
    const why = { code: 'lease-held', message: 'Another writer holds the lease.' }
    const report = { planId: 'p', results } as const
    expect(renderApplyText({ ...report, status: 'refused', refusal: why }, aPlan())).toBe(
      'refused: 0 of 1 change. Another writer holds the lease.',
    )
    expect(renderApplyText({ ...report, status: 'aborted', stopped: why }, aPlan())).toMatch(
      /^aborted: .* the lease\.$/,
    )
  })
})

describe('renderPlanText', () => {
  it('reads like a summary that a person wrote', () => {
    expect(renderPlanText(aPlan())).toBe(`Plan 3fa9c1d2e4b5… for xmatters:acme.xmatters.com, made 2026-10-19 00:00 UTC
  remove   1 schedule
  update   1 escalation policy
  create   1 user
  in sync  5 items

Not applied unless these brakes are released by name
  ! removal-share: 1 of 2 schedules would be removed.

1 conflict for somebody to decide
  ? user group Support, description: Both sides changed the description.
      base    "a"
      source  "b"
      target  "c"
      weakens Support
      Choose a strategy for userGroup.description.

What changes for the people on call
  Support
      now     person:zoe
      then    Ana Lima, then person:zoe after 15 min
      nobody  2 h more without anybody on call
      load    Ana Lima +16 h, person:zoe -1 h 30 min

Remove
  - schedule Old rota: Gone from the source.

Update
  ~ escalation policy Support: The source has another name.
      name: "Support" becomes "Support EMEA"

Create
  + user Ana Lima: New in the source.`)
  })

  it('takes the names of people who are not in the plan from a snapshot', () => {
    const snapshot = supportSnapshot(['ana'], new Map([['zoe', 'Zoe Haddad']]))
    const text = renderPlanText(aPlan(), { snapshot })
    expect(text).toContain('      now     Zoe Haddad\n')
    expect(text).not.toContain('person:')
    expect(renderPlanMarkdown(aPlan(), { snapshot })).toContain('| Support | Zoe Haddad |')
  })

  it('lists what would be removed whole, and of what would be created the beginning', () => {
    const many = (action: 'create' | 'remove'): Change[] =>
      Array.from({ length: 40 }, (_, index) =>
        aChange({ id: `${action}-${index}`, action, name: `${action} ${index}`, fields: [], reason: '' }),
      )
    const text = renderPlanText(aPlan({ changes: [...many('create'), ...many('remove')] }))
    expect(text.match(/ remove \d+$/gm)).toHaveLength(40)
    expect(text.match(/ create \d+$/gm)).toHaveLength(20)
    expect(text).toContain('  … and 20 more')
    const short = renderPlanText(aPlan({ changes: [...many('create'), ...many('remove')] }), { most: 3 })
    expect(short.match(/^  \+ /gm)).toHaveLength(3)
    expect(short.match(/^  - /gm)).toHaveLength(many('remove').length)
    expect(short).toContain(`  … and ${many('create').length - 3} more`)
  })

  it('shows names instead of keys in fields and values', () => {
    const snapshot = supportSnapshot(['ana', 'bo'], new Map([['ana', 'Ana Lima']]))
    const fields = [
      { path: 'memberKeys[person:ana]', source: 'person:ana', winner: 'source' },
      { path: 'levels', source: [1, 2, 3, 4], target: [4, 3, 2, 1], winner: 'source' },
      {
        path: 'memberKeys',
        source: ['person:ana', 'person:ana', 'person:ana', 'x', 'y'],
        target: [],
        winner: 'source',
      },
      { path: 'a', source: [{ kind: 'user', key: 'person:ana' }, { kind: 'nobody' }], target: [1], winner: 'source' },
      { path: 'b', source: { at: '09:00', every: 1 }, target: { at: '08:00', every: 1, of: 2 }, winner: 'source' },
      { path: 'name', source: 'x', target: 'y', winner: 'target' },
    ] as const
    const text = renderPlanText(aPlan({ changes: [aChange({ fields })] }), { snapshot })
    expect(text).toContain(`
      memberKeys[Ana Lima]: (absent) becomes Ana Lima
      levels: other 4 entries
      memberKeys: [] becomes Ana Lima, Ana Lima, Ana Lima, 2 more
      a: [1] becomes Ana Lima, nobody
      b: at "08:00" becomes "09:00"; of 2 becomes (absent)
      name: kept as it is in the target`)
  })

  it('says which levels of a policy come, go and reach others', () => {
    const snapshot = supportSnapshot(
      ['ana', 'bo'],
      new Map([
        ['ana', 'Ana Lima'],
        ['bo', 'Bo\u001b Chen'],
      ]),
    )
    const level = (offsetMinutes: number, ...people: readonly string[]): object => ({
      offsetMinutes,
      targets: people.map((name) => ({ kind: 'user', key: `person:${name}` })),
    })
    const target = [level(0, 'ana'), level(5, 'ana'), level(10, 'ana', 'bo'), level(90, 'bo')]
    const source = [level(0, 'ana'), level(5, 'bo'), level(15, 'dan'), level(90)]
    const fields = [
      { path: 'levels', source, target, winner: 'source' },
      { path: 'levels', source: source.slice(0, 2), target: [], winner: 'source' },
    ] as const
    const text = renderPlanText(aPlan({ changes: [aChange({ fields })] }), { snapshot })
    expect(text).toContain(`
      levels: after 5 min Ana Lima becomes Bo⟨U+001B⟩ Chen; no more: Ana Lima and Bo⟨U+001B⟩ Chen after 10 min; new: person:dan after 15 min; after 1 h 30 min Bo⟨U+001B⟩ Chen becomes nobody
      levels: new: Ana Lima at once; new: Bo⟨U+001B⟩ Chen after 5 min`)
    expect(renderReportHtml({ plan: aPlan({ changes: [aChange({ fields })] }), snapshot })).toContain(
      'Ana Lima at once, Bo⟨U+001B⟩ Chen after 5 min, person:dan after 15 min, nobody after 1 h 30 min',
    )
  })

  it('says that there is nothing to do', () => {
    const idle = aPlan({
      changes: [],
      conflicts: [],
      safety: { safe: true, brakes: [] },
      impact: { ...window, policies: [] },
    })
    expect(renderPlanText(idle)).toBe(`Plan 3fa9c1d2e4b5… for xmatters:acme.xmatters.com, made 2026-10-19 00:00 UTC
Nothing to do.
  in sync  5 items`)
  })

  it('prints nothing of a name that acts on a terminal, and no line of its own', () => {
    const text = renderPlanText(aPlan({ changes: [aChange({ name: hostile, reason: hostile })], origin: hostile }))
    expect(text).not.toMatch(acting)
    expect(text.split('\n').some((line) => line.startsWith('# head'))).toBe(false)
    expect(text).toContain('⟨U+001B⟩[2J')
  })

  it('cuts names of hundreds of characters between characters', () => {
    const line = renderPlanText(aPlan({ changes: [aChange({ name: '🚨'.repeat(200), reason: '', fields: [] })] }))
      .split('\n')
      .find((one) => one.startsWith('  ~'))
    expect(line).toBe(`  ~ escalation policy ${'🚨'.repeat(79)}…`)
  })
})

describe('renderPlanMarkdown', () => {
  it('has a table for each action', () => {
    const text = renderPlanMarkdown(aPlan())
    expect(text).toContain(
      '### Remove\n\n| What | Name | Why | Fields |\n| --- | --- | --- | --- |\n| schedule | Old rota | Gone from the source. |  |',
    )
    expect(text).toContain('| Support | person:zoe | Ana Lima, then person:zoe after 15 min | 0 min → 2 h |')
  })

  it('keeps hostile names text, inside their cell', () => {
    const text = renderPlanMarkdown(aPlan({ changes: [aChange({ name: hostile })] }))
    expect(text).not.toMatch(acting)
    expect(text).not.toMatch(/<img|\]\(javascript|^# head/m)
    const row = text.split('\n').find((line) => line.includes('gnp')) ?? ''
    expect(row.replace(/\\\|/g, '').match(/\|/g)).toHaveLength(5)
  })
})

describe('renderLedgerText', () => {
  it('gives the balance, then each code with its weight', () => {
    expect(renderLedgerText(aLedger))
      .toBe(`1000 values read: 990 mapped (99.00 %), 5 dropped, 4 approximated, 1 unknown.

Dropped: the model has no place for it
  device.fax  2 ×
      devices[1].phoneNumber = "555": No fax in the model.
      devices[2].phoneNumber = "556": No fax in the model.

Approximated: carried over, not exactly
  rotation.by-alert  1 ×, 100 h a year, weakens 1 policy
      shifts[0].rotation.type = "ALERTS": Turns by alerts cannot be foreseen; the present order stays.`)
  })

  it('names what an entry is about where a snapshot tells, and only counts fields that nobody on call needs', () => {
    const entry = { outcome: 'dropped', path: 'people[0].x', value: 1, message: 'No need.' } as const
    const ledger: Ledger = {
      ...aLedger,
      entries: [
        { ...entry, code: 'field.link', entity: 'person:ana' },
        { ...entry, code: 'field.link', entity: 'person:bo' },
        ...['person:ana', 'device:ana-mail', 'shift:g-day', 'shift:g-night', 'group:g', 'site:unknown'].map(
          (entity) => ({
            ...entry,
            code: 'odd',
            entity,
          }),
        ),
      ],
    }
    const snapshot = supportSnapshot(['ana', 'bo'], new Map([['ana', 'Ana Lima']]))
    expect(renderLedgerText(ledger, { snapshot, examples: 9 }).split('\n').slice(2)).toEqual(
      `Dropped: the model has no place for it
  odd  6 ×
      Ana Lima: people[0].x = 1: No need.
      Ana Lima, Work Email: people[0].x = 1: No need.
      Support, g-day: people[0].x = 1: No need.
      Support, g-night 1: people[0].x = 1: No need.
      Support: people[0].x = 1: No need.
      people[0].x = 1: No need.
  field.link  2 ×: No need.`.split('\n'),
    )
  })
})

describe('renderParityText', () => {
  it('gives the ratio and the worst policies with their causes', () => {
    const snapshot = supportSnapshot(['ana'])
    const narrow = { from: '2026-10-19T00:00:00Z', to: '2026-10-20T00:00:00Z' }
    const report = verifyOnCall({ snapshot, observed: [aRow('g', null, narrow.from, narrow.to)], ...narrow })
    const text = renderParityText(report, { examples: 1, nameOf: (key) => (key === 'person:ana' ? 'Ana Lima' : key) })
    expect(text.split('\n').slice(0, 2)).toEqual([
      '0.00 % of 29 h on call agree, 2026-10-19 00:00 UTC to 2026-10-20 00:00 UTC',
      '0 of 1 policy agree exactly; delays were read as minutes before their member.',
    ])
    expect(text).toContain('Why they differ\n  occurrence-not-observed  29 h')
    expect(text).toContain(
      '2026-10-19 07:00 UTC to 2026-10-19 19:00 UTC, at once: expected Ana Lima, the source has nobody (occurrence-not-observed)',
    )
  })

  it('never rounds up to 100 %', () => {
    const report = {
      from: window.from,
      to: window.to,
      personMinutes: 100_000,
      matched: 99_999,
      ratio: 0.99999,
      delayReading: 'before' as const,
      policies: [],
      notObserved: [],
    }
    expect(renderParityText(report)).toMatch(/^99\.99 %/)
  })
})

describe('renderImpactText', () => {
  it('says who gains and who loses', () => {
    const impact = compareSnapshots(supportSnapshot(['ana']), supportSnapshot(['ana', 'bo']), window, {
      now: '2026-10-19T10:00:00Z',
    })
    expect(renderImpactText(impact)).toContain('bo gains ')
  })

  it('says that nothing changes', () => {
    const same = supportSnapshot(['ana'])
    expect(renderImpactText(compareSnapshots(same, same, window, { now: window.from }))).toMatch(
      /Nothing changes for anybody\.$/,
    )
  })
})
