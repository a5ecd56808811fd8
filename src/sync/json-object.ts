import { isSameJson } from '../schedule/index.ts'

export type JsonObject = Readonly<Record<string, unknown>>

/** What the object itself has under the name; `undefined` is absent. Keys come from outside, and may be `__proto__`. */
export function ownValue(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined
}

/** The fields of an object that differ from those of another, with their values; fields that only the other has are not looked at. */
export function differingFields(object: object, other: object): readonly (readonly [string, unknown])[] {
  return Object.entries(object).filter(([name, value]) => !isSameJson(value, ownValue(other as JsonObject, name)))
}
