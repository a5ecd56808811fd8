const encoder = new TextEncoder()

/** SHA-256 (FIPS 180-4) of text as UTF-8, piece by piece. No piece may end between the two halves of a surrogate pair. */
export interface Sha256 {
  update(text: string): void
  /** Ends it, in hex. */
  hex(): string
}

/** Synchronous, because a plan is made without waiting for anything. */
export function createSha256(): Sha256 {
  const state = Uint32Array.from(initialState)
  const rest = new Uint8Array(64)
  let held = 0
  let length = 0

  return {
    update: (text) => {
      const bytes = encoder.encode(text)
      length += bytes.length
      let offset = 0
      if (held > 0) {
        offset = Math.min(64 - held, bytes.length)
        rest.set(bytes.subarray(0, offset), held)
        held += offset
        if (held < 64) return
        compress(state, rest, 0)
      }
      for (; offset + 64 <= bytes.length; offset += 64) compress(state, bytes, offset)
      rest.set(bytes.subarray(offset))
      held = bytes.length - offset
    },
    hex: () => {
      const tail = new Uint8Array(held < 56 ? 64 : 128)
      tail.set(rest.subarray(0, held))
      tail[held] = 0x80
      const view = new DataView(tail.buffer)
      view.setUint32(tail.length - 8, Math.floor(length / 0x2000_0000))
      view.setUint32(tail.length - 4, (length << 3) >>> 0)
      for (let offset = 0; offset < tail.length; offset += 64) compress(state, tail, offset)
      return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('')
    },
  }
}

const firstPrimes = Array.from({ length: 312 }, (_, n) => n).filter((n) => n > 1 && !hasDivisor(n))

function hasDivisor(n: number): boolean {
  for (let d = 2; d * d <= n; d += 1) if (n % d === 0) return true
  return false
}

/** The first 32 bits of the fraction. */
const fractionBits = (x: number): number => Math.floor((x - Math.floor(x)) * 0x1_0000_0000)
const initialState = Uint32Array.from(firstPrimes.slice(0, 8), (prime) => fractionBits(Math.sqrt(prime)))
const roundConstants = Int32Array.from(firstPrimes.slice(0, 64), (prime) => fractionBits(Math.cbrt(prime)) | 0)
const schedule = new Int32Array(64)

function compress(state: Uint32Array, bytes: Uint8Array, offset: number): void {
  const w = schedule
  for (let i = 0, at = offset; i < 16; i += 1, at += 4) {
    w[i] = (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!
  }
  for (let i = 16; i < 64; i += 1) {
    const x = w[i - 15]!
    const y = w[i - 2]!
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)
    w[i] = (w[i - 16]! + s0 + w[i - 7]! + s1) | 0
  }
  let a = state[0]! | 0
  let b = state[1]! | 0
  let c = state[2]! | 0
  let d = state[3]! | 0
  let e = state[4]! | 0
  let f = state[5]! | 0
  let g = state[6]! | 0
  let h = state[7]! | 0
  for (let i = 0; i < 64; i += 1) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + roundConstants[i]! + w[i]!) | 0
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  state[0]! += a
  state[1]! += b
  state[2]! += c
  state[3]! += d
  state[4]! += e
  state[5]! += f
  state[6]! += g
  state[7]! += h
}
