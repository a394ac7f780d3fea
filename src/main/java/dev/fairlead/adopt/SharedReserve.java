package dev.fairlead.adopt;

import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.Scalar;
import dev.fairlead.tree.Tree;
import java.util.List;
import java.util.Optional;

/** {@code reserve} for volumes whose claims have the usual name. */
final class SharedReserve {
  private SharedReserve() {}

  /** The value that is worth a line of the defaults. */
  static Optional<Tree> of(List<Draft.Item> items, List<Mapping> volumes) {
    Votes votes = new Votes();
    int unclaimed = 0;
    for (int i = 0; i < volumes.size(); i++) {
      Tree reserve = volumes.get(i).find("reserve");
      if (reserve instanceof Scalar || reserve instanceof Mapping m && !m.has("name")) {
        votes.add(reserve);
      }
      unclaimed += isUnclaimed(items.get(i), volumes.get(i)) ? 1 : 0;
    }
    Optional<Tree> most = votes.most();
    int count = most.isPresent() ? votes.count(most.get()) : 0;
    boolean worthIt = 2 * count > volumes.size() && count - 1 - unclaimed > 0;
    return worthIt ? most : Optional.empty();
  }

  private static boolean isUnclaimed(Draft.Item item, Mapping volume) {
    return !volume.has("reserve")
        && !volume.has("bindTo")
        && Pairs.claimRef(item.subject()).isEmpty();
  }

  /** A volume that takes the shared value. */
  static Mapping without(Draft.Item item, Mapping volume, Tree shared) {
    Tree own = volume.find("reserve");
    if (own != null) {
      return own.isSame(shared) ? Fields.without(volume, "reserve") : volume;
    }
    return isUnclaimed(item, volume)
        ? volume.with("reserve", Scalar.bool(false, volume.span()))
        : volume;
  }
}
