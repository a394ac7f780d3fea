package dev.fairlead.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Encodes each string at once. The JDK's writers would copy it three times. */
final class Utf8Writer extends Writer {
  private final OutputStream out;

  /** The first half of a surrogate pair whose second half has not arrived yet. */
  private String half = "";

  Utf8Writer(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(String text) throws IOException {
    String whole = half.isEmpty() ? text : half + text;
    int end = whole.length();
    boolean cut = end > 0 && Character.isHighSurrogate(whole.charAt(end - 1));
    half = cut ? whole.substring(end - 1) : "";
    out.write((cut ? whole.substring(0, end - 1) : whole).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    write(text.substring(offset, offset + length));
  }

  @Override
  public void write(char[] chars, int offset, int length) throws IOException {
    write(new String(chars, offset, length));
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.write(half.getBytes(StandardCharsets.UTF_8));
    half = "";
    out.close();
  }
}
