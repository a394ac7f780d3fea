package dev.fairlead.mutation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.pitest.boot.HotSwapAgent;
import org.pitest.mutationtest.engine.Mutant;
import org.pitest.mutationtest.environment.EnvironmentResetPlugin;
import org.pitest.mutationtest.environment.ResetEnvironment;
import org.pitest.mutationtest.execute.CatchNewClassLoadersTransformer;

/** Takes the last change back before the next one. PIT itself never does, see the other class. */
public final class OneChange implements EnvironmentResetPlugin, ResetEnvironment {
  private String last = "";

  @Override
  public String description() {
    return "One change at a time";
  }

  @Override
  public ResetEnvironment make() {
    return this;
  }

  @Override
  public void resetFor(Mutant next) {
    if (!last.isEmpty()) {
      restore(last);
    }
    last = next.getDetails().getClassName().asJavaName();
  }

  private static void restore(String name) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream in = loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
      byte[] original = in.readAllBytes();
      // Else the transformer would put the change into the class again.
      CatchNewClassLoadersTransformer.setMutant(name.replace('.', '/'), original);
      if (!HotSwapAgent.hotSwap(Class.forName(name, false, loader), original)) {
        throw new IllegalStateException("can't restore " + name);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
