#include "two_files.h"
static int secret = 2;
static int hidden(void) { return secret * 10; }
int common = 40;
const int table[] = {7, 8, 9};
int other_hidden(void) { return hidden(); }
void bump(void) { shared_counter++; common += shared_counter; }
struct item make_item(int n) { return (struct item){n * 2, "made"}; }
