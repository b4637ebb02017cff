// A menu loop as demos have it, until 0.
#include <stdio.h>
#include <stdlib.h>
int main(void) {
  int choice, stack[16], top = 0;
  do {
    printf("1 push, 2 pop, 3 show, 0 end: ");
    if (scanf("%d", &choice) != 1) { printf("\nno more input\n"); break; }
    switch (choice) {
      case 1: if (scanf("%d", &stack[top]) == 1) printf("pushed %d\n", stack[top++]); break;
      case 2: if (top) printf("popped %d\n", stack[--top]); else printf("empty\n"); break;
      case 3: for (int i = 0; i < top; i++) printf("%d ", stack[i]); printf("\n"); break;
      case 0: printf("bye\n"); break;
      default: printf("what is %d?\n", choice);
    }
  } while (choice);
  return top;
}
