package dev.fairlead.normalize;

import static dev.fairlead.diagnostic.Quote.quote;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.model.At;
import dev.fairlead.model.Quantity;
import java.util.Optional;

/** Sizes whose form is right but that are no whole number of bytes, or too large. */
final class Quantities {
  private Quantities() {}

  /** The size; {@code of} and {@code name} tell in a message what has it. */
  static Optional<At<Quantity>> parse(
      At<String> text, String of, String name, Diagnostics diagnostics) {
    Optional<Quantity> quantity = Quantity.parse(text.value());
    if (quantity.isPresent()) {
      return Optional.of(new At<>(quantity.get(), text.span()));
    }
    if (!diagnostics.hasErrorAt(text.span())) {
      diagnostics.add(
          Code.INVALID_QUANTITY,
          text.span(),
          of
              + " "
              + quote(name)
              + " is "
              + quote(text.value())
              + "; accepted are whole bytes, at least 1 and less than 8Ei");
    }
    return Optional.empty();
  }
}
