/** Programs as students and teachers write them, of some twenty to fifty lines: each in its own style. */
export const CLASSROOM_PROGRAMS: Readonly<Record<string, string>> = {
  'people.c': `#include <stdio.h>
#include <stdlib.h>

struct person {
    int age;
    struct person *next;
};

static struct person *add(struct person *list, int age)
{
    struct person *p = malloc(sizeof *p);
    if (p == NULL) {
        perror("malloc");
        exit(EXIT_FAILURE);
    }
    p->age = age;
    p->next = list;
    return p;
}

int main(void)
{
    struct person *people = NULL;
    for (int i = 0; i < 8; i++)
        people = add(people, 20 + i);

    /* everybody older than 23 leaves */
    struct person **link = &people;
    while (*link != NULL) {
        struct person *p = *link;
        if (p->age > 23) {
            *link = p->next;
            free(p);
        } else {
            link = &p->next;
        }
    }
    for (struct person *p = people; p; p = p->next)
        printf("%d\\n", p->age);
    return 0;
}
`,
  'calc.c': `#include <stdio.h>
#include <stdlib.h>
#include <ctype.h>

// Reverse Polish calculator: 3 4 + 2 *
double *stack;
int depth = 0, room = 0;

void push(double v) {
  if (depth == room) {
    room = room ? room * 2 : 1;
    stack = realloc(stack, room * sizeof *stack);
  }
  stack[depth++] = v;
}

double pop(void) {
  if (depth == 0) {
    fprintf(stderr, "stack underflow\\n");
    exit(2);
  }
  return stack[--depth];
}

int main(void) {
  int ch;
  while ((ch = getchar()) != EOF) {
    if (isdigit(ch)) push(ch - '0');
    else if (ch == '+') push(pop() + pop());
    else if (ch == '*') push(pop() * pop());
    else if (ch == '\\n') printf("= %g\\n", pop());
  }
  free(stack);
}
`,
  'lab05.c': `/*
 * Lab 5 - Where does realloc put it?
 * Name: ____________________
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main()
{
	char *letter, *wall, *copy;

	letter = malloc(30);
	strcpy(letter, "Dear Professor,");
	wall = malloc(1);	/* without this one the letter could grow in place */

	letter = realloc(letter, 300);
	strcat(letter, " my dog ate the stack.");
	copy = malloc(strlen(letter) + 1);
	memcpy(copy, letter, strlen(letter) + 1);
	printf("%p %p %p\\n%s\\n", letter, wall, copy, copy);

	free(letter);
	free(copy);
	return 0;
}
`,
}
