package kiro.spec.suggest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.spec.rest.EndpointReader;
import kiro.spec.rest.EndpointReading;
import kiro.spec.rest.EndpointSpec;

/// What follows for HTTP endpoints.
final class RestRules {
    /// Each criterion is read word by word; a spec with more of them is no list that a person completes.
    private static final int MOST_CRITERIA = 500;

    private RestRules() {}

    static List<Suggestion> check(SpecText text) {
        if (text.spec().criteria().size() > MOST_CRITERIA) {
            return List.of();
        }
        EndpointReading reading = new EndpointReader().read(text.spec());
        List<RestView> views =
                reading.endpoints().stream()
                        .map(endpoint -> new RestView(text, reading, endpoint))
                        .toList();
        var found = new ArrayList<Suggestion>();
        for (RestRule rule : rules()) {
            List<Optional<RestRule.Missing>> missing = views.stream().map(rule::missing).toList();
            found.addAll(suggestions(rule, views, missing));
        }
        if (!views.isEmpty()) {
            found.addAll(StatedStatuses.check(views));
        }
        return found;
    }

    private static List<RestRule> rules() {
        var rules = new ArrayList<RestRule>();
        rules.addAll(RestEffectRules.ALL);
        rules.addAll(RestBodyRules.ALL);
        rules.addAll(RestAccessRules.ALL);
        rules.addAll(RestLimitRules.ALL);
        return rules;
    }

    /// What is missing at every endpoint in the same words is one criterion about all of them.
    private static List<Suggestion> suggestions(
            RestRule rule, List<RestView> views, List<Optional<RestRule.Missing>> missing) {
        Map<String, List<Integer>> byText = new LinkedHashMap<>();
        for (int i = 0; i < missing.size(); i++) {
            int index = i;
            missing.get(i)
                    .ifPresent(each ->
                            byText.computeIfAbsent(each.shared(), key -> new ArrayList<>())
                                    .add(index));
        }
        var found = new ArrayList<Suggestion>();
        byText.forEach((shared, indexes) -> {
            boolean isOne = views.size() == 1;
            if (!shared.isEmpty() && indexes.size() == views.size()) {
                RestRule.Missing first = missing.get(indexes.getFirst()).orElseThrow();
                found.add(Suggestion.of(rule.id(), shared, first.because()));
                return;
            }
            for (int index : indexes) {
                RestRule.Missing each = missing.get(index).orElseThrow();
                String scope = isOne ? "" : route(views.get(index).endpoint());
                found.add(Suggestion.of(rule.id(), scope, each.text(), each.because()));
            }
        });
        return found;
    }

    private static String route(EndpointSpec endpoint) {
        return endpoint.route().toString();
    }
}
