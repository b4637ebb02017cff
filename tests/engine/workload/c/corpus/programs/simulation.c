// A bank, with structs in arrays and a log of transactions.
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
typedef struct { char owner[16]; long long cents; unsigned moves; } account;
typedef enum { DEPOSIT, WITHDRAW, TRANSFER } kind;
typedef struct { kind kind; int from, to; long long cents; } order;
static account bank[3] = {{"ann", 100000, 0}, {"bob", 5050, 0}, {"cy", 0, 0}};
static bool run(const order *o) {
  account *from = &bank[o->from], *to = &bank[o->to];
  switch (o->kind) {
    case TRANSFER:
    case WITHDRAW:
      if (from->cents < o->cents) return false;
      from->cents -= o->cents;
      from->moves++;
      if (o->kind == WITHDRAW) break;
    case DEPOSIT:
      to->cents += o->cents;
      to->moves++;
  }
  return true;
}
int main(void) {
  order orders[] = {{TRANSFER, 0, 1, 2599}, {WITHDRAW, 1, 1, 10000}, {DEPOSIT, .to = 2, .cents = 5000000000LL}, {TRANSFER, 2, 0, 1}};
  for (unsigned i = 0; i < sizeof orders / sizeof *orders; i++) printf("%s ", run(&orders[i]) ? "done" : "refused");
  printf("\n");
  long long total = 0;
  for (account *a = bank; a < bank + 3; a++) { printf("%-5s %10lld.%02lld %u\n", a->owner, a->cents / 100, a->cents % 100, a->moves); total += a->cents; }
  printf("%lld\n", total);
  return 0;
}
