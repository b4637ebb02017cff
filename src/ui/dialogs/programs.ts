/** Small programs to begin with, for an empty page. */
export const PROGRAMS: readonly { readonly name: string; readonly text: string }[] = [
  {
    name: 'Three blocks',
    text: `#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
    char *a = malloc(24);
    char *b = malloc(72);
    memset(a, 'A', 10);
    printf("a is %p, b is %p\\n", (void *)a, (void *)b);
    free(a);
    char *c = malloc(16);
    printf("c is %p\\n", (void *)c);
    free(b);
    free(c);
    return 0;
}
`,
  },
  {
    name: 'A linked list',
    text: `#include <stdio.h>
#include <stdlib.h>

struct node {
    int value;
    struct node *next;
};

static struct node *push(struct node *head, int value) {
    struct node *fresh = malloc(sizeof *fresh);
    fresh->value = value;
    fresh->next = head;
    return fresh;
}

int main(void) {
    struct node *head = NULL;
    for (int i = 1; i <= 5; i++)
        head = push(head, i * i);
    int sum = 0;
    while (head != NULL) {
        struct node *next = head->next;
        sum += head->value;
        free(head);
        head = next;
    }
    printf("sum %d\\n", sum);
    return 0;
}
`,
  },
  {
    name: 'Where the heap ends',
    text: `#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int main(void) {
    printf("break %p\\n", sbrk(0));
    void *p = malloc(1000);
    printf("p     %p\\n", p);
    printf("break %p\\n", sbrk(0));
    free(p);
    return 0;
}
`,
  },
  {
    name: 'A question to the user',
    text: `#include <stdio.h>
#include <stdlib.h>

int main(void) {
    int n;
    printf("How many squares? ");
    if (scanf("%d", &n) != 1)
        return 1;
    int *squares = malloc(n * sizeof *squares);
    for (int i = 0; i < n; i++)
        squares[i] = i * i;
    for (int i = 0; i < n; i++)
        printf("%d ", squares[i]);
    printf("\\n");
    free(squares);
    return 0;
}
`,
  },
]
