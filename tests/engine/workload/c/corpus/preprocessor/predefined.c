// Predefined macros of the compiler and the target.
#include <stdio.h>
int main(void) {
  printf("%d %d\n", __STDC__, __STDC_VERSION__ >= 199901L);
  printf("%s %d\n", __FILE__, __LINE__);
  printf("%s %s\n", __func__, __FUNCTION__);
#ifdef __LP64__
  printf("LP64 %d\n", __SIZEOF_POINTER__);
#else
  printf("ILP32 %d\n", __SIZEOF_POINTER__);
#endif
#ifdef __x86_64__
  puts("x86_64");
#elif defined(__i386__)
  puts("i386");
#endif
#if defined(__linux__) && defined(__unix__) && defined(__GNUC__)
  puts("linux, gcc");
#endif
  printf("%d %d %d\n", __CHAR_BIT__, __INT_MAX__, __SIZEOF_LONG__);
  printf("%d\n", __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__);
  printf("%d\n", (int)sizeof(__DATE__) + (int)sizeof(__TIME__));
  return 0;
}
