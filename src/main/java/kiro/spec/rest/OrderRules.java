package kiro.spec.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The forms into which sentences are put that are not read as they are. They are data: the resource files `orders.rules`, of
/// criteria, and `statements.rules`, of requirements.
final class OrderRules {
    private OrderRules() {}

    static List<OrderRule> ofCriteria() {
        return Holder.CRITERIA;
    }

    static List<OrderRule> ofStatements() {
        return Holder.STATEMENTS;
    }

    static List<OrderRule> parse(List<String> lines) {
        var names = new HashMap<String, List<String>>();
        var rules = new ArrayList<OrderRule>();
        for (String line : lines) {
            int name = line.indexOf(" := ");
            if (line.startsWith("#") || line.isBlank()) {
                continue;
            }
            if (name > 0) {
                names.put(
                        "<" + line.substring(0, name) + ">",
                        List.of(line.substring(name + 4).split(" / ")));
            } else {
                expanded(line, names).map(OrderRule::parse).forEach(rules::add);
            }
        }
        return List.copyOf(rules);
    }

    /// The line once for each thing that a name in it stands for.
    private static Stream<String> expanded(String line, Map<String, List<String>> names) {
        return names.entrySet().stream()
                .filter(name -> line.contains(name.getKey()))
                .findFirst()
                .map(name ->
                        name.getValue().stream()
                                .flatMap(one -> expanded(line.replace(name.getKey(), one), names)))
                .orElseGet(() -> Stream.of(line));
    }

    private static final class Holder {
        private static final List<OrderRule> CRITERIA = parse(lines("orders"));
        private static final List<OrderRule> STATEMENTS = parse(lines("statements"));

        private static List<String> lines(String name) {
            String resource = "/kiro/spec/rest/" + name + ".rules";
            try (InputStream in = OrderRules.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException("no resource " + resource);
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            } catch (IOException cause) {
                throw new UncheckedIOException(cause);
            }
        }
    }
}
