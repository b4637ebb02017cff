// Tags, members, labels and variables do not clash.
#include <stdio.h>
struct name { int name; };
typedef struct name name_t;
union other { int other; };
static int label(int v) { return v + 1; }
int main(void) {
  struct name name = {3};
  union other other = {4};
  goto name;
name:
  printf("%d %d\n", name.name, other.other);
  {
    int label = 5;
    goto label;
  label:
    printf("%d\n", label);
  }
  printf("%d\n", label(1));
  name_t copy = name;
  enum name2 { first } value = first;
  printf("%d %d\n", copy.name, value);
  return 0;
}
