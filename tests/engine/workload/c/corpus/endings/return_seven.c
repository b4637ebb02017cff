// main's value is the exit status.
#include <stdio.h>
int main(void) { printf("seven\n"); return 7; }
