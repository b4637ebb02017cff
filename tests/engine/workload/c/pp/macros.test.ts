import { describe, expect, test } from 'vitest'
import { expanded, run } from './support.ts'

describe('macros', () => {
  test('are replaced, object-like and function-like', () => {
    expect(expanded('#define N 4\n#define F(x, y) ((x) < (y))\nF(N, a[N]) F')).toBe(
      '( ( 4 ) < ( a [ 4 ] ) ) F',
    )
  })

  test('do not expand themselves', () => {
    expect(expanded('#define foo (4 + foo)\nfoo')).toBe('( 4 + foo )')
    expect(expanded('#define malloc(n) my(malloc(n))\nmalloc(malloc(1))')).toBe(
      'my ( malloc ( my ( malloc ( 1 ) ) ) )',
    )
  })

  test('make strings and join tokens', () => {
    expect(expanded('#define S(x) #x\nS( a +  "b\\n" )')).toBe('"a + \\"b\\\\n\\""')
    expect(expanded('#define C(a, b) a##b\nC(x, 1) C(<, <=)')).toBe('x1 <<=')
  })

  test('take any number of arguments', () => {
    const text = '#define P(f, ...) printf(f, ##__VA_ARGS__)\n#define Q(f, a...) printf(f, a)\n'
    expect(expanded(`${text}P("x") P("%d", 1) Q("%d", 1, 2)`)).toBe(
      'printf ( "x" ) printf ( "%d" , 1 ) printf ( "%d" , 1 , 2 )',
    )
  })

  test('come from the options', () => {
    expect(expanded('A B C', { defines: ['A', 'B=2+3', 'C='] })).toBe('1 2 + 3')
  })

  test('know the data model', () => {
    const text = '__SIZEOF_POINTER__ __LONG_MAX__ __SIZE_TYPE__'
    expect(expanded(text)).toBe('8 0x7fffffffffffffffL long unsigned int')
    expect(expanded(text, { model: 'ilp32' })).toBe('4 0x7fffffffL unsigned int')
  })

  test('know where they are', () => {
    expect(expanded('\n__LINE__ __FILE__ __DATE__ __TIME__ __COUNTER__ __COUNTER__')).toBe(
      '2 "main.c" "Jan  1 2026" "00:00:00" 0 1',
    )
  })

  test('of lines given by #line change __LINE__, but no place', () => {
    const { tokens } = run('#line 50 "x.y"\n__LINE__ __FILE__')
    expect(tokens.map((token) => token.text)).toEqual(['50', '"x.y"', ''])
    expect(tokens[0]?.place).toEqual({ file: 'main.c', line: 2, column: 1 })
  })

  test('may have a keyword for a name', () => {
    expect(expanded('#define inline\nstatic inline int f(void);')).toBe('static int f ( void ) ;')
  })

  test('defined again differently give a warning, as the same give none', () => {
    expect(run('#define A 1 +  2\n#define A 1 + 2\n').warnings).toEqual([])
    expect(run('#define A 1\n#define A 2\n').warnings).toEqual([
      '2:9: the macro A is defined again, differently: main.c defines it in line 1',
    ])
    expect(run('#include <mm.h>\n#define ALIGNMENT 8\n').warnings).toEqual([])
  })
})

describe('pragmas', () => {
  test('pack(1) packs the records that follow', () => {
    const packed = 'struct __attribute__ ( ( packed ) ) s { int a ; } ;'
    const text = 'struct s { int a; };'
    expect(expanded(`#pragma pack(push, 1)\n${text}\n#pragma pack(pop)\n${text}`)).toBe(
      `${packed} struct s { int a ; } ;`,
    )
    expect(expanded(`_Pragma("pack(1)") ${text}\n#pragma pack()\nstruct s x;`)).toBe(`${packed} struct s x ;`)
  })

  test('of other widths are ignored with a warning', () => {
    expect(run('#pragma pack(2)\n').warnings).toEqual([
      '1:2: #pragma pack(2) is ignored: the lab knows only pack(1)',
    ])
  })

  test('that nobody knows say nothing', () => {
    expect(run('#pragma GCC optimize("O2")\n#pragma intrinsic(x)\n')).toMatchObject({
      errors: [],
      warnings: [],
    })
  })
})
