package dev.fairlead.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fairlead.diagnostic.Diagnostics;
import dev.fairlead.source.SpecReader;
import dev.fairlead.tree.Mapping;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelSelectorTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | true",
        "{matchLabels: {tier: gold}} | true",
        "{matchLabels: {tier: silver}} | false",
        "{matchLabels: {zone: a}} | false",
        "{matchExpressions: [{key: tier, operator: In, values: [silver, gold]}]} | true",
        "{matchExpressions: [{key: tier, operator: In, values: [silver]}]} | false",
        "{matchExpressions: [{key: zone, operator: In, values: ['']}]} | false",
        "{matchExpressions: [{key: tier, operator: NotIn, values: [silver]}]} | true",
        "{matchExpressions: [{key: zone, operator: NotIn, values: [a]}]} | true",
        "{matchExpressions: [{key: tier, operator: NotIn, values: [gold]}]} | false",
        "{matchExpressions: [{key: tier, operator: Exists}]} | true",
        "{matchExpressions: [{key: zone, operator: Exists}]} | false",
        "{matchExpressions: [{key: zone, operator: DoesNotExist}]} | true",
        "{matchExpressions: [{key: tier, operator: DoesNotExist}]} | false",
        "{matchLabels: {tier: gold}, matchExpressions: [{key: zone, operator: Exists}]} | false",
      })
  void matches(String selector, boolean expected) {
    assertEquals(
        expected, new LabelSelector(read(selector)).matches(read("{tier: gold, team: a}")));
  }

  private static Mapping read(String yaml) {
    return (Mapping)
        SpecReader.ofManifests(new Diagnostics())
            .read("x.yaml", yaml.getBytes(StandardCharsets.UTF_8))
            .get(0)
            .root();
  }
}
