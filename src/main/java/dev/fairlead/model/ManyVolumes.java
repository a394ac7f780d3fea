package dev.fairlead.model;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/**
 * So many volumes that only their outlines stay in memory: each is completed anew whenever it is
 * asked for. To be walked through seldom, and from the beginning to the end.
 */
public final class ManyVolumes extends AbstractList<Volume> implements RandomAccess {
  private final List<Volume> outlines;
  private final IntFunction<Volume> complete;

  /** {@code complete} makes the volume at an index, always the same. */
  public ManyVolumes(List<Volume> outlines, IntFunction<Volume> complete) {
    this.outlines = outlines;
    this.complete = complete;
  }

  /** The volumes as far as others look at them: outlines where those are what is kept. */
  public static List<Volume> outlines(List<Volume> volumes) {
    return volumes instanceof ManyVolumes many ? many.outlines : volumes;
  }

  @Override
  public Volume get(int index) {
    return complete.apply(index);
  }

  @Override
  public int size() {
    return outlines.size();
  }
}
