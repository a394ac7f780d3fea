package dev.fairlead.lsp;

import dev.fairlead.diagnostic.Code;
import dev.fairlead.driver.DriverText;
import dev.fairlead.driver.Drivers;
import dev.fairlead.explain.Topics;
import dev.fairlead.model.Claim;
import dev.fairlead.model.ClaimRef;
import dev.fairlead.model.Plan;
import dev.fairlead.model.Resource;
import dev.fairlead.model.Volume;
import dev.fairlead.model.Workload;
import dev.fairlead.render.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;

/** What is shown about a key, a name, a code or a driver. */
final class Hovers {
  /** A range may stand for a thousand volumes. */
  private static final int MAX_RESOURCES = 4;

  private final Topics topics = new Topics();
  private final Templates templates = Templates.load();

  /** The hover at an offset of a file, if there is something to say. */
  Optional<Hover> at(Analysis analysis, String file, int offset) {
    Optional<Spot> spot =
        analysis.document(file, offset).flatMap(document -> Spot.at(document, offset));
    if (spot.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> text = Optional.empty();
    if (spot.get().isKey()) {
      text = topics.fieldMarkdown(spot.get().keys());
    } else if (spot.get().key(0).equals("ignore")) {
      text = Code.of(spot.get().text()).map(Topics::codeMarkdown);
    } else if (spot.get().key(0).equals("driver")) {
      text = Drivers.of(spot.get().text()).map(driver -> block("text", DriverText.of(driver)));
    } else {
      text =
          analysis.names().at(file, offset).flatMap(mention -> manifests(mention, analysis.plan()));
    }
    return text.or(() -> topics.fieldMarkdown(spot.get().keys()))
        .map(
            markdown ->
                new Hover(
                    new MarkupContent("markdown", markdown), Places.range(spot.get().span())));
  }

  /** The manifests of what has the name, if it can be rendered. */
  private Optional<String> manifests(Mention mention, Plan plan) {
    List<Resource> resources = resources(mention, plan);
    if (resources.isEmpty()) {
      return Optional.empty();
    }
    List<String> texts = resources.stream().limit(MAX_RESOURCES).map(templates::text).toList();
    int more = resources.size() - texts.size();
    return Optional.of(
        block("yaml", String.join("---\n", texts))
            + (more > 0 ? "\nand " + more + " more manifests\n" : ""));
  }

  private static List<Resource> resources(Mention mention, Plan plan) {
    Name name = mention.name();
    List<Resource> resources = new ArrayList<>();
    switch (name.kind()) {
      case VOLUME -> {
        for (Volume volume : plan.volumes()) {
          if (volume.name().equals(name.text())
              || volume.metadata().name().span().equals(mention.span())) {
            resources.add(volume);
            volume.reservation().ifPresent(resources::add);
          }
        }
      }
      case CLAIM -> {
        Claim claim = plan.claim(new ClaimRef(name.scope(), name.text()));
        if (claim != null) {
          resources.add(claim);
        }
      }
      case WORKLOAD -> {
        for (Workload workload : plan.ownWorkloads()) {
          if (workload.metadata().name().span().equals(mention.span())) {
            resources.add(workload);
          }
        }
      }
    }
    return resources;
  }

  private static String block(String language, String text) {
    return "```" + language + "\n" + text + "```\n";
  }
}
