import { describe, expect, it } from 'vitest'
import { parseFloatingPoint } from '../../../../../src/engine/workload/c/library/text/parse-float.ts'
import { format } from './format-cases.ts'
import { SLOT, scan } from './scan-cases.ts'

describe('printf', () => {
  it('prints integers with sign, width, precision and flags', () => {
    expect(format('%d|%5d|%-5d|%05d|%+d|% d', 42n, 42n, 42n, -42n, 42n, 42n)).toBe(
      '42|   42|42   |-0042|+42| 42',
    )
    expect(format('%.3d|%8.3d|%.0d|', 5n, -5n, 0n)).toBe('005|    -005||')
    expect(format('%x|%#x|%X|%#o|%o', 255n, 255n, 255n, 8n, 8n)).toBe('ff|0xff|FF|010|10')
  })

  it('cuts arguments to the size of their type', () => {
    expect(format('%hhd|%hd|%d|%u', 511n, 65537n, 0xffffffffn, -1n)).toBe('-1|1|-1|4294967295')
    expect(format('%ld|%lu|%zx', -(2n ** 63n), -1n, 2n ** 53n + 1n)).toBe(
      '-9223372036854775808|18446744073709551615|20000000000001',
    )
  })

  it('knows a value just below a power of ten', () => {
    expect(format('%.17g|%.16e|%.15g|%g', 1e-12, 1e-12, 1e-12, 9.9999995)).toBe(
      '9.9999999999999998e-13|9.9999999999999998e-13|1e-12|10',
    )
  })

  it('takes widths and precisions from arguments', () => {
    expect(format('%*d|%-*d|%.*f|%*s', 5n, 1n, -4n, 2n, 1n, 2.25, -3n, 'a')).toBe('    1|2   |2.2|a  ')
  })

  it('prints doubles exactly, to any precision', () => {
    expect(format('%.60f', 0.1)).toBe('0.100000000000000005551115123125782702118158340454101562500000')
    expect(format('%.0f %.0f %.0f', 0.5, 1.5, 2.5)).toBe('0 2 2')
    expect(format('%.3e', 123456)).toBe('1.235e+05')
    expect(format('%g %g %g %g', 100000, 1e6, 0.0001, 0.00001)).toBe('100000 1e+06 0.0001 1e-05')
    expect(format('%a %a', 1, 0.1)).toBe('0x1p+0 0x1.999999999999ap-4')
    expect(format('%f %5.1f %E', Infinity, -Infinity, Number.NaN)).toBe('inf  -inf NAN')
  })

  it('prints strings, characters and pointers as glibc does', () => {
    expect(format('%s|%.2s|%5s|%c|%%', 'hello', 'hello', 'hi', 65n)).toBe('hello|he|   hi|A|%')
    expect(format('%s|%.3s|%p|%10p', null, null, 0n, 4096n)).toBe('(null)||(nil)|    0x1000')
  })

  it('shows a directive that it does not know, and refuses half of one', () => {
    expect(format('%y %d', 1n)).toBe('%y 1')
    expect(format('100%')).toBeNull()
  })

  it('refuses a text of gigabytes', () => {
    expect(format('%2000000000d', 1n)).toBeNull()
    expect(format('%.2000000000f', 1)).toBeNull()
  })
})

describe('scanf', () => {
  const int = (value: number) => scan(String(value), '%d', 1).slots[0]

  it('counts what it has stored', () => {
    expect(scan('1 2 x', '%d %d %d', 3).items).toBe(2)
    expect(scan('', '%d', 1).items).toBe(-1)
    expect(scan('x', '%d', 1).items).toBe(0)
    expect(scan('7,8', '%d,%d', 2).slots).toEqual([int(7), int(8)])
  })

  it('passes over what is not wanted', () => {
    expect(scan('abc 12', '%*s %d', 1)).toEqual({ items: 1, slots: [int(12)] })
  })

  it('cuts words at a width, and knows sets', () => {
    const text = (bytes: string) => `${Buffer.from(`${bytes}\0`).toString('hex')}`.padEnd(2 * SLOT, 'e')
    expect(scan('hello', '%3s', 1).slots[0]).toBe(text('hel'))
    expect(scan('key=value', '%[^=]=%s', 2).slots).toEqual([text('key'), text('value')])
  })
})

describe('floating-point numbers from text', () => {
  it('round once, to float as well', () => {
    expect(parseFloatingPoint('9007199254740993').value).toBe(9007199254740992)
    // Just above the middle between two floats, but not as a double.
    expect(parseFloatingPoint('1.00000017881393432617187499999999', true).value).toBe(1 + 2 ** -23)
    expect(parseFloatingPoint('0x1.00000000000008p0').value).toBe(1)
    expect(parseFloatingPoint('0x1.000000000000081p0').value).toBe(1 + 2 ** -52)
  })

  it('tell when digits were lost at the end of the range', () => {
    expect(parseFloatingPoint('1e-320').isOutOfRange).toBe(true)
    expect(parseFloatingPoint('4.9406564584124654e-324').value).toBe(5e-324)
    expect(parseFloatingPoint('0x1p-1074').isOutOfRange).toBe(false)
  })
})
