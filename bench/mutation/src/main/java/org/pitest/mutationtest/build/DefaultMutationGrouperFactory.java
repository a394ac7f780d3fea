package org.pitest.mutationtest.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.pitest.classpath.CodeSource;

/**
 * Takes the place of PIT's class of this name, so that all changes are tried in one process. PIT
 * starts a process for each class, and each process first runs all tests to find the dynamic ones.
 * There is no setting for it.
 */
public final class DefaultMutationGrouperFactory implements MutationGrouperFactory {
  @Override
  public String description() {
    return "All changes in one process";
  }

  @Override
  public MutationGrouper makeFactory(
      Properties properties, CodeSource code, int threads, int unitSize) {
    return (classes, changes) -> changes.isEmpty() ? List.of() : List.of(new ArrayList<>(changes));
  }
}
