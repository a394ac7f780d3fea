package dev.fairlead.bench;

import dev.fairlead.check.Rules;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.model.Plan;
import dev.fairlead.pipeline.Normalizer;
import dev.fairlead.render.Templates;
import dev.fairlead.schema.KubernetesNumbers;
import dev.fairlead.schema.SpecSchema;
import dev.fairlead.source.SpecReader;
import dev.fairlead.spec.WrittenOut;
import dev.fairlead.tree.Document;
import dev.fairlead.wiring.ExistingWorkloads;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;

/** Measures each package alone on a warm JVM, with a lower bound for its work as a yardstick. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class Stages {
  @Param({"1000", "10000"})
  public int volumes;

  private String text;
  private byte[] bytes;
  private SpecSchema schema;
  private List<Document> documents;
  private Plan plan;

  /** Prepares the input of each package. */
  @Setup
  public void prepare() {
    text = Specs.of(volumes);
    bytes = text.getBytes(StandardCharsets.UTF_8);
    schema = SpecSchema.load();
    Diagnostics diagnostics = new Diagnostics();
    documents = new SpecReader(new KubernetesNumbers(), diagnostics).read("bench.yaml", bytes);
    plan =
        new Normalizer(Optional.empty(), ExistingWorkloads.none(), diagnostics).normalize(specs());
    if (!diagnostics.sorted().isEmpty()) {
      throw new IllegalStateException(diagnostics.sorted().toString());
    }
  }

  private List<WrittenOut> specs() {
    Diagnostics diagnostics = new Diagnostics();
    return documents.stream().map(d -> WrittenOut.of(d, diagnostics)).toList();
  }

  @Benchmark
  public Object source() {
    return new SpecReader(new KubernetesNumbers(), new Diagnostics()).read("bench.yaml", bytes);
  }

  @Benchmark
  public Object sourceYardstickEvents() {
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    int count = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      count += event.getEventId().ordinal();
    }
    return count;
  }

  @Benchmark
  public Object schema() {
    Diagnostics diagnostics = new Diagnostics();
    documents.forEach(document -> schema.check(document, diagnostics));
    return diagnostics;
  }

  @Benchmark
  public Object normalize() {
    return new Normalizer(Optional.empty(), ExistingWorkloads.none(), new Diagnostics())
        .normalize(specs());
  }

  @Benchmark
  public Object check() {
    Diagnostics diagnostics = new Diagnostics();
    Rules.checkSpecs(plan, diagnostics);
    return diagnostics;
  }

  @Benchmark
  public Object render() throws IOException {
    Counter out = new Counter();
    Templates.load().print(plan.resources(), List.of(), out);
    return out.count;
  }

  @Benchmark
  public Object renderYardstickByHand() {
    Counter out = new Counter();
    for (int i = 0; i < volumes; i++) {
      out.write(ByHand.manifests(i));
    }
    return out.count;
  }

  /** Only counts characters, so that writing them is not measured. */
  private static final class Counter extends Writer {
    private long count;

    @Override
    public void write(char[] buffer, int offset, int length) {
      count += length;
    }

    @Override
    public void write(String text) {
      count += text.length();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
