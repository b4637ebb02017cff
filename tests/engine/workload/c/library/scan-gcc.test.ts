import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseInteger } from '../../../../../src/engine/workload/c/library/text/integers.ts'
import { parseFloatingPoint } from '../../../../../src/engine/workload/c/library/text/parse-float.ts'
import { clampSigned } from '../../../../../src/engine/workload/c/library/text/scan-numbers.ts'
import { hasGcc, outputOfGcc } from './gcc.ts'
import { SLOT, scan } from './scan-cases.ts'

const PIECES = [
  ' ',
  '\n',
  '-',
  '+',
  '0x',
  '0X1F',
  '0',
  '.',
  'e',
  'E+',
  'p3',
  'inf',
  'infin',
  'abc',
  ']',
  '%',
  ',',
]
const piece = fc.oneof(
  fc.constantFrom(...PIECES),
  fc.integer().map(String),
  fc.bigInt(-(2n ** 70n), 2n ** 70n).map(String),
  fc.double({ noNaN: true }).map(String),
)
const text = fc.array(piece, { maxLength: 4 }).map((all) => all.join('').slice(0, SLOT - 2))

const CONVERSIONS =
  '%d %i %u %x %o %ld %lld %hd %hhd %zu %lx %2d %3x %1i %f %lf %4lf %lg %le %s %3s %c %2c %[a-z] %[^,] %[]0-9] %5[^]\n] %n %p %*d %*s %*c'
const conversion = fc.constantFrom(...CONVERSIONS.split(' '))
const scanCase = fc.record({
  text,
  format: fc
    .tuple(conversion, fc.constantFrom('', ' ', ',', ' , ', '%%'), conversion)
    .map((parts) => `${parts.join('')}%n`),
})

/** Texts at and beside the points where rounding turns. */
const midpoint = fc
  .tuple(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom('', '0000001', '5', '49999'))
  .map(([value, tail]) => {
    const [digits, exponent] = value.toExponential(20).split('e')
    return `${digits}${tail}e${exponent}`
  })
const numberText = fc.oneof(
  text,
  midpoint,
  fc.double({ noNaN: true }).map((x) => String(Math.fround(x))),
)

function quoted(value: string): string {
  return `"${value.replace(/["\\?]/g, '\\$&').replace(/\n/g, '\\n')}"`
}

function differences(theirs: string[], ours: string[], what: unknown[]): unknown[] {
  return ours
    .flatMap((mine, i) => (mine === theirs[i] ? [] : [{ of: what[i], theirs: theirs[i], ours: mine }]))
    .slice(0, 10)
}

describe.skipIf(!hasGcc)('scanf, strtod and strtol as glibc does them', () => {
  it('scans random texts the same', () => {
    const cases = fc.sample(scanCase, { seed: 237, numRuns: 4000 })
    const table = cases.map((each) => `{${quoted(each.text)}, ${quoted(each.format)}},`).join('\n')
    const printed = outputOfGcc(`#include <stdio.h>
#include <string.h>
static const char *cases[][2] = {${table}};
int main(void) {
  for (int i = 0; i < ${cases.length}; i++) {
    unsigned char v[3 * ${SLOT}];
    memset(v, 0xee, sizeof v);
    printf("%d", sscanf(cases[i][0], cases[i][1], v, v + ${SLOT}, v + ${2 * SLOT}));
    for (int j = 0; j < (int)sizeof v; j++) printf(j % ${SLOT} ? "%02x" : " %02x", v[j]);
    printf("\\n");
  }
}`).split('\n')
    const ours = cases.map((each) => {
      const { items, slots } = scan(each.text, each.format, 3)
      return `${items} ${slots.join(' ')}`
    })
    expect(differences(printed, ours, cases)).toEqual([])
  }, 60000)

  it('reads doubles, floats and longs the same', () => {
    const texts = fc.sample(numberText, { seed: 54, numRuns: 5000 })
    const printed = outputOfGcc(`#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
static const char *texts[] = {${texts.map(quoted).join(',\n')}};
int main(void) {
  for (int i = 0; i < ${texts.length}; i++) {
    char *e; errno = 0;
    double d = strtod(texts[i], &e); printf("%a %d %d ", d, (int)(e - texts[i]), errno); errno = 0;
    float f = strtof(texts[i], &e); printf("%a %d ", f, errno); errno = 0;
    long l = strtol(texts[i], &e, 0); printf("%ld %d\\n", l, (int)(e - texts[i]));
  }
}`)
      .split('\n')
      .map((line) => line.split(' ').map(plain).join(' '))
    expect(differences(printed, texts.map(read), texts)).toEqual([])
  }, 60000)
})

/** A number that gcc printed with %a as JavaScript writes it. */
function plain(word: string): string {
  return /0x|inf|nan/.test(word) ? String(parseFloatingPoint(word).value) : word
}

function read(source: string): string {
  const double = parseFloatingPoint(source)
  const single = parseFloatingPoint(source, true)
  const whole = parseInteger(source, 0)
  const errno = (isOut: boolean) => (isOut ? 34 : 0)
  return [
    double.value,
    double.length,
    errno(double.isOutOfRange),
    single.value,
    errno(single.isOutOfRange),
    clampSigned(whole.value, 64),
    whole.length,
  ].join(' ')
}
