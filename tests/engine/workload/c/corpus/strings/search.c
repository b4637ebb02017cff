// strchr, strrchr, strstr, strpbrk, memchr and strchrnul's relatives.
#include <stdio.h>
#include <string.h>
static void at(const char *s, const char *p) { if (p) printf("%td ", p - s); else printf("none "); }
int main(void) {
  const char *s = "hello, heap world";
  at(s, strchr(s, 'h')); at(s, strchr(s, 'o')); at(s, strchr(s, 'z')); at(s, strchr(s, 0)); at(s, strchr(s, 'h' + 256));
  at(s, strrchr(s, 'h')); at(s, strrchr(s, 'o')); at(s, strrchr(s, 'z')); at(s, strrchr(s, 0));
  printf("\n");
  at(s, strstr(s, "he")); at(s, strstr(s, "hea")); at(s, strstr(s, "")); at(s, strstr(s, "world!")); at(s, strstr(s, "ld"));
  at("", strstr("", "x"));
  const char *r = "aaab aab";
  at(r, strstr(r, "aab")); at(r, strstr(r, "aabb"));
  printf("\n");
  at(s, strpbrk(s, "xyzw")); at(s, strpbrk(s, ",l")); at(s, strpbrk(s, "")); at(s, strpbrk(s, "!"));
  at(s, memchr(s, 'w', 17)); at(s, memchr(s, 'w', 5)); at(s, memchr("\0\xff", 0xff, 2) ? s : NULL);
  printf("\n");
  return 0;
}
