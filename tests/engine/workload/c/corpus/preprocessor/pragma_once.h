#pragma once
struct once { int v; };
static struct once once = {5};
