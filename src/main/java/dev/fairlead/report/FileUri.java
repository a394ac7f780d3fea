package dev.fairlead.report;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The name of a file as a URI reference. It is relative if the name is. */
final class FileUri {
  private static final String UNRESERVED = "-._~/";

  private FileUri() {}

  static String of(String name) {
    StringBuilder path = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) Byte.toUnsignedInt(b);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || UNRESERVED.indexOf(c) >= 0;
      path.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
    }
    String normal = URI.create(path.toString()).normalize().toString();
    return name.startsWith("/") ? "file://" + normal : normal;
  }
}
