// Only eight bits of the status are kept.
#include <stdio.h>
int main(void) { printf("300\n"); return 300; }
