package dev.fairlead.lsp;

import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Location;

/** Where the name at a place is given, and where it stands. */
record References(Analysis analysis, Workspace workspace) {

  /** The places that give the name at an offset of a file. */
  List<Location> definitions(String file, int offset) {
    return at(file, offset).stream()
        .filter(mention -> mention.role() != Mention.Role.REFERS)
        .map(this::location)
        .toList();
  }

  /** All places of the name at an offset of a file. */
  List<Location> all(String file, int offset, boolean withDefinitions) {
    return at(file, offset).stream()
        .filter(mention -> withDefinitions || mention.role() == Mention.Role.REFERS)
        .map(this::location)
        .toList();
  }

  private List<Mention> at(String file, int offset) {
    Optional<Mention> here = analysis.names().at(file, offset);
    return here.map(mention -> analysis.names().of(mention.name())).orElse(List.of());
  }

  private Location location(Mention mention) {
    String uri = workspace.uri(mention.span().file().name());
    return new Location(uri, Places.range(mention.span()));
  }
}
