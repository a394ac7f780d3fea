package dev.fairlead.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fairlead.diagnostic.SourceFile;
import dev.fairlead.tree.Mapping;
import dev.fairlead.tree.MappingBuilder;
import dev.fairlead.tree.Scalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyOrderTest {
  private static final String CHARACTERS = "ab019-._/";

  /** Digits and signs can form a cycle, and even then the order of the input does not matter. */
  @Test
  void theSameKeysAlwaysHaveTheSameOrder() {
    Random random = new Random(19);
    for (int i = 0; i < 2000; i++) {
      Set<String> keys = new LinkedHashSet<>();
      while (keys.size() < 5) {
        StringBuilder key = new StringBuilder();
        for (int length = 1 + random.nextInt(4); length > 0; length--) {
          key.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        keys.add(key.toString());
      }
      List<String> shuffled = new ArrayList<>(keys);
      Collections.shuffle(shuffled, random);
      assertEquals(sorted(List.copyOf(keys)), sorted(shuffled));
    }
  }

  private static List<String> sorted(List<String> keys) {
    SourceFile file = new SourceFile("a", "text");
    MappingBuilder mapping = new MappingBuilder();
    keys.forEach(key -> mapping.put(key, 0, 1, Scalar.string("", file.start())));
    Mapping built = mapping.build(file, 0, 1);
    return KeyOrder.sorted(built).stream().map(Mapping.Entry::key).toList();
  }
}
