/** Functions of one double, which each have a float and a long double twin. */
const UNARY =
  'acos asin atan cos sin tan cosh sinh tanh acosh asinh atanh exp log log10 expm1 log1p logb exp2 log2 sqrt cbrt ' +
  'ceil fabs floor nearbyint round trunc rint lgamma tgamma erf erfc'
/** Functions of two. */
const BINARY = 'atan2 pow hypot fmod nextafter remainder copysign fdim fmax fmin'

const TYPES = [
  ['double', ''],
  ['float', 'f'],
  ['long double', 'l'],
] as const

function declarations(): string {
  const lines: string[] = []
  for (const [type, suffix] of TYPES) {
    for (const name of UNARY.split(' ')) lines.push(`extern ${type} ${name}${suffix}(${type} __x);`)
    for (const name of BINARY.split(' '))
      lines.push(`extern ${type} ${name}${suffix}(${type} __x, ${type} __y);`)
    lines.push(
      `extern ${type} frexp${suffix}(${type} __x, int *__exponent);`,
      `extern ${type} ldexp${suffix}(${type} __x, int __exponent);`,
      `extern ${type} modf${suffix}(${type} __x, ${type} *__iptr);`,
      `extern ${type} scalbn${suffix}(${type} __x, int __n);`,
      `extern ${type} fma${suffix}(${type} __x, ${type} __y, ${type} __z);`,
      `extern int ilogb${suffix}(${type} __x);`,
      `extern long int lrint${suffix}(${type} __x);`,
      `extern long int lround${suffix}(${type} __x);`,
      `extern long long int llrint${suffix}(${type} __x);`,
      `extern long long int llround${suffix}(${type} __x);`,
    )
  }
  return lines.join('\n')
}

const CONSTANTS = `#define M_E 2.7182818284590452354
#define M_LOG2E 1.4426950408889634074
#define M_LOG10E 0.43429448190325182765
#define M_LN2 0.69314718055994530942
#define M_LN10 2.30258509299404568402
#define M_PI 3.14159265358979323846
#define M_PI_2 1.57079632679489661923
#define M_PI_4 0.78539816339744830962
#define M_1_PI 0.31830988618379067154
#define M_2_PI 0.63661977236758134308
#define M_2_SQRTPI 1.12837916709551257390
#define M_SQRT2 1.41421356237309504880
#define M_SQRT1_2 0.70710678118654752440`

/** <math.h>. Classification works on a double, to which every float converts without loss. */
export const MATH: Readonly<Record<string, string>> = {
  'math.h': `#pragma once
#if __FLT_EVAL_METHOD__ == 2
typedef long double float_t;
typedef long double double_t;
#else
typedef float float_t;
typedef double double_t;
#endif
#define HUGE_VAL (__builtin_huge_val ())
#define HUGE_VALF (__builtin_huge_valf ())
#define HUGE_VALL ((long double) __builtin_huge_val ())
#define INFINITY (__builtin_inff ())
#define NAN (__builtin_nanf (""))
#define FP_NAN 0
#define FP_INFINITE 1
#define FP_ZERO 2
#define FP_SUBNORMAL 3
#define FP_NORMAL 4
#define MATH_ERRNO 1
#define MATH_ERREXCEPT 2
#define math_errhandling (MATH_ERRNO | MATH_ERREXCEPT)
${CONSTANTS}
${declarations()}
extern double nan(const char *__tagb);
extern int __fpclassify(double __value);
extern int __isnan(double __value);
extern int __isinf(double __value);
extern int __finite(double __value);
extern int __signbit(double __value);
#define fpclassify(x) __fpclassify (x)
#define isnan(x) __isnan (x)
#define isinf(x) __isinf (x)
#define isfinite(x) (__finite (x) != 0)
#define isnormal(x) (__fpclassify (x) == FP_NORMAL)
#define signbit(x) __signbit (x)
#define isgreater(x, y) ((x) > (y))
#define isgreaterequal(x, y) ((x) >= (y))
#define isless(x, y) ((x) < (y))
#define islessequal(x, y) ((x) <= (y))
#define islessgreater(x, y) ((x) < (y) || (x) > (y))
#define isunordered(x, y) ((x) != (x) || (y) != (y))
`,
}
