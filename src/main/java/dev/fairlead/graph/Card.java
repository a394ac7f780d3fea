package dev.fairlead.graph;

import java.util.List;

/** The nodes of connected namespaces, with a title, on a part of the page. */
record Card(String title, List<Box> boxes, int x, int y, int width, int height) {
  Card at(int left, int top) {
    return new Card(
        title,
        boxes.stream().map(box -> box.moved(left - x, top - y)).toList(),
        left,
        top,
        width,
        height);
  }
}
