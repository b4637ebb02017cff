// Digraphs are other spellings of brackets.
%:include <stdio.h>
%:define STR(x) %:x
%:define CAT(a, b) a%:%:b
int main(void) <%
  int v<:3:> = <% 1, 2, 3 %>;
  printf("%d %s %d\n", v<:1:>, STR(<:), CAT(1, 2));
  return 0;
%>
