export type JsonObject = Readonly<Record<string, unknown>>

/** What the object itself has under the name; `undefined` is absent. Keys come from outside, and may be `__proto__`. */
export function ownValue(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined
}
