import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJson } from '../../../src/xmatters/http/parse-json.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0))

describe('parseJson', () => {
  it('reads what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value)
        fc.pre(!text.includes('"__proto__":'))
        expect(parseJson(bytes(text), null)).toEqual({ kind: 'value', value: JSON.parse(text) })
      }),
    )
  })

  it('tells JSON that was cut off, at any place, from what never was JSON', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), fc.array(fc.jsonValue())),
        fc.nat(),
        (value, at) => {
          const whole = JSON.stringify(value)
          const cut = whole.slice(0, 1 + (at % (whole.length - 1)))
          expect(parseJson(bytes(cut), null).kind).toBe('cut-off')
        },
      ),
    )
    for (const text of ['<html>', 'null,', '{"a":}', '[1,]', 'ok'])
      expect(parseJson(bytes(text), null).kind).toBe('not-json')
  })

  it('skips a byte order mark', () => {
    expect(parseJson(bytes('\ufeff{"a":1}'), null)).toEqual({ kind: 'value', value: { a: 1 } })
  })

  it('reads UTF-8 whatever the header says, and the charset of the header when it is no UTF-8', () => {
    expect(parseJson(bytes('"Zoë"'), 'application/json; charset=iso-8859-1')).toEqual({ kind: 'value', value: 'Zoë' })
    expect(parseJson(latin1('"Zoë"'), 'application/json;charset="ISO-8859-1"')).toEqual({ kind: 'value', value: 'Zoë' })
  })

  it('never makes up characters', () => {
    for (const type of [
      null,
      'application/json',
      'application/json; charset=utf-8',
      'application/json; charset=klingon',
    ]) {
      expect(parseJson(latin1('"Zoë"'), type).kind).toBe('not-json')
    }
  })

  it.each(['', ' ', '\n', '\ufeff'])('calls %j empty', (text) => {
    expect(parseJson(bytes(text), null).kind).toBe('empty')
  })

  it.each(['"__proto__"', String.raw`"\u005f_proto__"`, String.raw`"__pr\u006Fto__"`])(
    'drops the key %s at any depth',
    (key) => {
      const parsed = parseJson(
        bytes(`{"data":[{${key}:{"isAdmin":true},"id":"1","deep":{${key}:1}}],${key}:null}`),
        null,
      )
      expect(parsed).toEqual({ kind: 'value', value: { data: [{ id: '1', deep: {} }] } })
      const { value } = parsed as { value: { data: [object] } }
      expect(Object.getOwnPropertyNames(value.data[0])).toEqual(['id', 'deep'])
      expect({}).not.toHaveProperty('isAdmin')
    },
  )

  it('keeps a text that only looks like that key', () => {
    expect(parseJson(bytes('{"name":"__proto__"}'), null)).toEqual({ kind: 'value', value: { name: '__proto__' } })
  })
})
