import { readFileSync } from 'node:fs'

/** What one compiled zone file says: its changes, seconds since 1970, and the POSIX rule for the time after them. */
export interface CompiledZone {
  readonly changes: readonly { readonly at: number; readonly offset: number; readonly abbreviation: string }[]
  readonly footer: string
}

const headerLength = 44

function readHeader(file: Buffer, start: number): { v1Length: number; times: number; types: number; rest: number } {
  const [isUtc, isStd, leaps, times, types, chars] = [0, 4, 8, 12, 16, 20].map((at) =>
    file.readInt32BE(start + 20 + at),
  )
  const counts = [isUtc, isStd, leaps, times, types, chars]
  if (counts.some((count) => count === undefined)) throw new Error('truncated TZif header')
  const [u, s, l, t, y, c] = counts as [number, number, number, number, number, number]
  return { v1Length: t * 5 + y * 6 + c + l * 8 + s + u, times: t, types: y, rest: y * 6 + c + l * 12 + s + u }
}

/** Reads a TZif file of version 2 or later (RFC 9636), the 64-bit part. */
export function readTzif(path: string): CompiledZone {
  const file = readFileSync(path)
  if (file.toString('latin1', 0, 4) !== 'TZif' || file[4] === 0)
    throw new Error(`${path} is not a TZif file of version 2`)
  const start = headerLength + readHeader(file, 0).v1Length
  const { times, types, rest } = readHeader(file, start)
  const body = start + headerLength
  const typesAt = body + times * 9
  const namesAt = typesAt + types * 6
  const ofType = (type: number): { offset: number; abbreviation: string } => {
    const nameAt = namesAt + file.readUInt8(typesAt + type * 6 + 5)
    const abbreviation = file.toString('latin1', nameAt, file.indexOf(0, nameAt))
    return { offset: file.readInt32BE(typesAt + type * 6), abbreviation }
  }
  const changes = [{ at: -Infinity, ...ofType(0) }]
  for (let i = 0; i < times; i++) {
    changes.push({ at: Number(file.readBigInt64BE(body + i * 8)), ...ofType(file.readUInt8(body + times * 8 + i)) })
  }
  return { changes, footer: file.toString('latin1', typesAt + rest + 1, file.length - 1) }
}
