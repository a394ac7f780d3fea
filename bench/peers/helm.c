/* "helm template CHART" with Helm's engine, a shared library from Maven. */
#include <stdio.h>
#include "helm-linux-amd64.h"

int main(int count, char **words) {
  struct TemplateOptions options = {0};
  options.name = "bench";
  options.namespace = "bench";
  options.chart = count > 1 ? words[1] : ".";
  Result result = Template(&options);
  if (result.err != NULL && *result.err != '\0') {
    fputs(result.err, stderr);
    return 1;
  }
  fputs(result.stdOut != NULL && *result.stdOut != '\0' ? result.stdOut : result.out, stdout);
  return 0;
}
