package dev.fairlead.document;

import dev.fairlead.diagnostic.SourceFile;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Lists of documents that may be very long. Once all of them together hold more nodes than they
 * may, they keep their items folded, and make the tree of an item whenever it is asked for.
 */
public final class LongLists {
  /**
   * About 1.5 MB: what stays in memory is copied by the collector again and again, bytes hardly
   * are.
   */
  public static final long NODES_KEPT = 8_000;

  /** Looks at what is folded before that, so that it need not be unfolded for it. */
  public interface Judge {
    /** What the items of the list under a key have to conform to; empty if that is not known. */
    Optional<JsonNode> rule(String key);

    /** Whether an item conforms. */
    boolean accepts(JsonNode rule, JsonNode item);

    /** A judge with the same rules for another thread. */
    Judge forThread();
  }

  private final long nodesKept;
  private final Optional<Judge> judge;
  private final FoldedNode.Words words = new FoldedNode.Words();
  private final List<LongList> unfolded = new ArrayList<>();
  private long nodes;

  /** Lists that are folded when they get long. */
  public LongLists() {
    this(NODES_KEPT);
  }

  /** Lists that together keep so many nodes as they are. */
  public LongLists(long nodesKept) {
    this(nodesKept, Optional.empty());
  }

  /** The same, but the items are judged before they are folded. */
  public LongLists(long nodesKept, Judge judge) {
    this(nodesKept, Optional.of(judge));
  }

  private LongLists(long nodesKept, Optional<Judge> judge) {
    this.nodesKept = nodesKept;
    this.judge = judge;
  }

  /**
   * Lists for another thread, which folds them at once. One of them can be added to one of these.
   */
  public LongLists forThread() {
    return new LongLists(0, judge.map(Judge::forThread));
  }

  /** Whether the lists are long, and folded by now. */
  public boolean full() {
    return nodes > nodesKept;
  }

  /** A new list under a key, of values that all stand in one file. */
  public LongList in(SourceFile file, String key) {
    LongList list = new LongList(file, judge.flatMap(known -> known.rule(key)));
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
    private final Optional<JsonNode> rule;
    private boolean conforms = true;
    // Each is a JsonNode, or a FoldedNode once it is folded.
    private final List<Object> items = new ArrayList<>();
    private long weight = 1;
    private int depth = 1;

    private LongList(SourceFile file, Optional<JsonNode> rule) {
      this.file = file;
      this.rule = rule;
    }

    @Override
    public boolean add(JsonNode item) {
      weight += ((Node) item).weight();
      depth = Math.max(depth, 1 + ((Node) item).depth());
      items.add(full() ? folded(item) : item);
      grow(((Node) item).weight());
      return true;
    }

    /** Adds all of a list that was read by another thread. */
    public void addAll(LongList other) {
      weight += other.weight - 1;
      depth = Math.max(depth, other.depth);
      conforms = conforms && other.conforms;
      items.addAll(other.items);
      grow(other.weight - 1);
    }

    /** The list as a node. */
    public Node.Sequence at(Place place) {
      return new Node.Sequence(this, place, weight, depth);
    }

    @Override
    public JsonNode get(int index) {
      Object item = items.get(index);
      return item instanceof FoldedNode folded ? folded.unfold() : (JsonNode) item;
    }

    @Override
    public int size() {
      return items.size();
    }

    private void fold() {
      items.replaceAll(item -> item instanceof JsonNode node ? folded(node) : item);
    }

    private FoldedNode folded(JsonNode item) {
      conforms = conforms && rule.isPresent() && judge.orElseThrow().accepts(rule.get(), item);
      return new FoldedNode(item, words, file);
    }

    /** Whether all items are known to conform to that very rule. */
    public boolean conformsTo(JsonNode asked) {
      return full() && conforms && rule.isPresent() && rule.get() == asked;
    }
  }
}
