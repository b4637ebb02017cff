import { describe, expect, it } from 'vitest'
import { instructions } from './program.ts'

const body = (text: string, name = 'f') =>
  instructions(`${text}\nint main(void) { return 0; }`, name).filter((each) => each !== 'LINE')

describe('the code for', () => {
  it('a comparison in a condition is one jump', () => {
    expect(body('int f(int a, int b) { if (a < b) return 1; return 2; }')).toEqual([
      ...['ENTER', 'STL_32', 'STL_32', 'LDL_32', 'LDL_32', 'JLES_32'],
      ...['IMM', 'RET', 'IMM', 'RET'],
    ])
  })

  it('a test against zero needs no zero', () => {
    expect(body('int f(char *p) { return p != 0 ? 1 : 2; }')).toContain('JZ_64')
    expect(body('int f(char *p) { return p ? 1 : 2; }')).toContain('JZ_64')
  })

  it('an added constant is part of the instruction', () => {
    expect(body('long f(long a) { return a - 3; }')).toEqual(['ENTER', 'STL_64', 'LDL_64', 'ADDI_64', 'RET'])
  })

  it('an int as an index is extended by the addition', () => {
    expect(body('int f(int *p, int i) { return p[i]; }')).toEqual([
      ...['ENTER', 'STL_64', 'STL_32', 'LDL_64', 'LDL_32', 'PADD_32', 'LD_32', 'RET'],
    ])
  })

  it('a member through a pointer is one load', () => {
    expect(body('struct s { long a, b; }; long f(struct s *p) { return p->b; }')).toEqual([
      ...['ENTER', 'STL_64', 'LDL_64', 'LD_64', 'RET'],
    ])
  })

  it('a loop jumps once a round', () => {
    const code = body('void f(int n) { while (n) n--; }')
    expect(code.filter((each) => each.startsWith('J'))).toEqual(['JMP', 'JNZ_32'])
  })

  it('what is kept over a call is saved, and only that', () => {
    const code = body('int g(void); int f(int a) { return a - g(); } int g(void) { return 1; }')
    expect(code).toEqual([
      ...['ENTER', 'STL_32', 'LDL_32', 'STL_32', 'CALL', 'RESULT', 'LDL_32', 'SUB_32', 'RET'],
    ])
  })

  it('a float result is rounded after each operation', () => {
    expect(
      body('float f(float a, float b) { return a * b + a; }').filter((each) => each === 'FROUND'),
    ).toHaveLength(2)
  })

  it('a switch is a table', () => {
    expect(body('int f(int a) { switch (a) { case 1: return 5; case 2: return 6; } return 0; }')).toContain(
      'SWITCH',
    )
  })
})
