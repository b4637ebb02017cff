// A buddy allocator over 1024 units, with its map printed.
#include <stdio.h>
#include <string.h>
#define ORDERS 7
#define UNITS (1 << (ORDERS - 1))
static signed char order_at[UNITS];
static unsigned char used[UNITS];
static int take(int order) {
  int best = -1;
  for (int u = 0; u < UNITS; u += 1 << order_at[u])
    if (!used[u] && order_at[u] >= order && (best < 0 || order_at[u] < order_at[best])) best = u;
  if (best < 0) return -1;
  while (order_at[best] > order) {
    int half = --order_at[best];
    order_at[best + (1 << half)] = half;
    used[best + (1 << half)] = 0;
  }
  used[best] = 1;
  return best;
}
static void give(int u) {
  used[u] = 0;
  for (int o = order_at[u]; o < ORDERS - 1; o++) {
    int buddy = u ^ 1 << o;
    if (used[buddy] || order_at[buddy] != o) break;
    u &= ~(1 << o);
    order_at[u] = o + 1;
  }
}
static void show(void) { for (int u = 0; u < UNITS; u += 1 << order_at[u]) printf("%d%c ", 1 << order_at[u], used[u] ? '#' : '.'); printf("\n"); }
int main(void) {
  memset(order_at, -1, sizeof order_at);
  order_at[0] = ORDERS - 1;
  int a = take(2), b = take(0), c = take(3), d = take(4);
  printf("%d %d %d %d %d\n", a, b, c, d, take(5));
  show();
  give(b); show();
  give(a); show();
  give(d); give(c); show();
  return 0;
}
