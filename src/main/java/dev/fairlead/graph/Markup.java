package dev.fairlead.graph;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements through the JDK's writer, which escapes all texts and attributes. */
final class Markup {
  private final StringWriter out = new StringWriter();
  private final XMLStreamWriter writer;

  /** A piece of writing that may fail as the JDK's writer does. */
  private interface Step {
    void run() throws XMLStreamException;
  }

  Markup() {
    try {
      writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private Markup step(Step step) {
    try {
      step.run();
      return this;
    } catch (XMLStreamException e) {
      // It writes to memory.
      throw new IllegalStateException(e);
    }
  }

  /** Begins an element. Names and values of its attributes take turns. */
  Markup open(String tag, String... attributes) {
    step(() -> writer.writeStartElement(tag));
    return attributes(attributes);
  }

  /** An element without content. */
  Markup empty(String tag, String... attributes) {
    step(() -> writer.writeEmptyElement(tag));
    return attributes(attributes);
  }

  private Markup attributes(String... attributes) {
    for (int i = 0; i < attributes.length; i += 2) {
      String name = attributes[i];
      String value = attributes[i + 1];
      step(() -> writer.writeAttribute(name, value));
    }
    return this;
  }

  /** Text in an element. */
  Markup text(String text) {
    return step(() -> writer.writeCharacters(text));
  }

  /** Ends the innermost element. */
  Markup close() {
    return step(writer::writeEndElement);
  }

  /** An element with a text in it. */
  Markup element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close();
  }

  /** Begins a new line. */
  Markup line() {
    return text("\n");
  }

  /** A text of our own that is not escaped. */
  Markup raw(String text) {
    text("");
    step(writer::flush);
    out.write(text);
    return this;
  }

  /** All that was written. */
  @Override
  public String toString() {
    step(writer::flush);
    return out.toString();
  }
}
