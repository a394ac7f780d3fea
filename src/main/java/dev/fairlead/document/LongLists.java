package dev.fairlead.document;

import dev.fairlead.diagnostic.SourceFile;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Lists of documents that may be very long. Once all of them together hold more nodes than they
 * may, they keep their items folded, and make the tree of an item whenever it is asked for.
 */
public final class LongLists {
  /**
   * About 5 MB: what stays in memory is copied by the collector again and again, bytes hardly are.
   */
  public static final long NODES_KEPT = 30_000;

  private final long nodesKept;
  private final FoldedNode.Words words = new FoldedNode.Words();
  private final List<LongList> unfolded = new ArrayList<>();
  private long nodes;

  /** Lists that are folded when they get long. */
  public LongLists() {
    this(NODES_KEPT);
  }

  /** Lists that together keep so many nodes as they are. */
  public LongLists(long nodesKept) {
    this.nodesKept = nodesKept;
  }

  /** Whether the lists are folded by now. */
  private boolean full() {
    return nodes > nodesKept;
  }

  /** A new list of values that all stand in one file. */
  public LongList in(SourceFile file) {
    LongList list = new LongList(file);
    if (!full()) {
      unfolded.add(list);
    }
    return list;
  }

  private void grow(long by) {
    boolean before = full();
    nodes += by;
    if (full() && !before) {
      unfolded.forEach(LongList::fold);
      unfolded.clear();
    }
  }

  /** One of the lists. Only ever grows. */
  public final class LongList extends AbstractList<JsonNode> {
    private final SourceFile file;
    // Each is a JsonNode, or a byte[] once it is folded.
    private final List<Object> items = new ArrayList<>();
    private long weight = 1;
    private int depth = 1;

    private LongList(SourceFile file) {
      this.file = file;
    }

    @Override
    public boolean add(JsonNode item) {
      weight += ((Node) item).weight();
      depth = Math.max(depth, 1 + ((Node) item).depth());
      items.add(full() ? FoldedNode.fold(item, words) : item);
      grow(((Node) item).weight());
      return true;
    }

    /** The list as a node. */
    public Node.Sequence at(Place place) {
      return new Node.Sequence(this, place, weight, depth);
    }

    @Override
    public JsonNode get(int index) {
      Object item = items.get(index);
      return item instanceof byte[] folded
          ? FoldedNode.unfold(folded, words, file)
          : (JsonNode) item;
    }

    @Override
    public int size() {
      return items.size();
    }

    private void fold() {
      items.replaceAll(item -> FoldedNode.fold((JsonNode) item, words));
    }
  }
}
