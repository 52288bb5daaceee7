/* What the ccall programs call. */
int add(int a, int b) { return a + b; }
double scale(double x, double factor, double offset) { return x * factor + offset; }
void count_up(int *counter) { ++*counter; }
