import { expect, it } from 'vitest'
import { defaultPhoneCountries, isPhoneSupported, phoneCountry } from '../../src/harness/index.ts'

it.each([
  ['+12505550143;ext=83', 'CA'],
  ['+1 (415) 555-0101', 'US'],
  ['+1 876 555 0100', null],
  ['+442079460000', 'GB'],
  ['+351912345678', 'PT'],
  ['+35799123456', 'CY'],
  ['+3581234567', 'FI'],
  ['+50688887777', 'CR'],
  ['+8613800000000', 'CN'],
  ['07946000000', null],
  ['+0123456789', null],
  ['', null],
])('finds the country of %j: %j', (number, country) => {
  expect(phoneCountry(number)).toBe(country)
})

it('supports the default countries only, unless told otherwise', () => {
  expect(isPhoneSupported('+8613800000000')).toBe(false)
  expect(isPhoneSupported('+8613800000000', ['CN'])).toBe(true)
  expect(isPhoneSupported('+12505550143', ['US'])).toBe(false)
  expect(isPhoneSupported('no number')).toBe(false)
})

it('knows the calling code of each default country', () => {
  const samples = [
    '+5491112345678',
    '+5511987654321',
    '+12505550143',
    '+50688887777',
    '+35799123456',
    '+4520123456',
    '+442079460000',
    '+972501234567',
    '+919812345678',
    '+37360123456',
    '+5215512345678',
    '+31612345678',
    '+40712345678',
    '+381601234567',
    '+38631234567',
    '+14155550101',
  ]
  expect(samples.map(phoneCountry)).toEqual(defaultPhoneCountries)
})
