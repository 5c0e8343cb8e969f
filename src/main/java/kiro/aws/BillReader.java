package kiro.aws;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Gathers the pages in which Cost Explorer answers, and keeps of them what Amazon Bedrock cost.
final class BillReader {
    private static final String BEDROCK = "Bedrock";

    /// It runs agents, and is no model.
    private static final String NOT_A_MODEL = "AgentCore";

    private final String tag;
    private final Map<Key, Bill.Line> lines = new LinkedHashMap<>();
    private final Map<String, Integer> currencies = new HashMap<>();

    /// @param tag by which the groups were asked for, behind the service
    BillReader(String tag) {
        this.tag = tag;
    }

    private record Key(LocalDate day, String service, Optional<String> value) {}

    /// Adds a page; answers whether it is one.
    boolean add(JsonNode page) {
        JsonNode results = page.path("ResultsByTime");
        if (!results.isArray()) {
            return false;
        }
        for (JsonNode result : results) {
            Optional<LocalDate> day = day(result.path("TimePeriod").path("Start").asString(""));
            if (day.isEmpty()) {
                return false;
            }
            boolean isEstimated = result.path("Estimated").asBoolean(false);
            for (JsonNode group : result.path("Groups")) {
                if (!add(day.get(), isEstimated, group)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean add(LocalDate day, boolean isEstimated, JsonNode group) {
        String service = group.path("Keys").path(0).asString("");
        if (!service.contains(BEDROCK) || service.contains(NOT_A_MODEL)) {
            return true;
        }
        JsonNode cost = group.path("Metrics").path("UnblendedCost");
        Optional<BigDecimal> amount = amount(cost.path("Amount").asString(""));
        if (amount.isEmpty()) {
            return false;
        }
        currencies.merge(cost.path("Unit").asString("USD"), 1, Integer::sum);
        var line =
                new Bill.Line(
                        day,
                        service,
                        value(group.path("Keys").path(1).asString("")),
                        amount.get(),
                        isEstimated);
        lines.merge(
                new Key(day, service, line.value()),
                line,
                (one, other) ->
                        new Bill.Line(
                                day,
                                service,
                                one.value(),
                                one.amount().add(other.amount()),
                                one.isEstimated() || other.isEstimated()));
        return true;
    }

    /// A group's key is the tag's, `$`, and its value, which is empty where the cost bears no such tag.
    private Optional<String> value(String key) {
        return Optional.of(key.startsWith(tag + "$") ? key.substring(tag.length() + 1) : "")
                .filter(value -> !value.isEmpty());
    }

    private static Optional<LocalDate> day(String text) {
        try {
            // Some accounts have a time behind the day.
            return Optional.of(LocalDate.parse(text.replaceFirst("T.*", "")));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    static Optional<BigDecimal> amount(String text) {
        return text.matches("-?[0-9]{1,15}(\\.[0-9]{1,30})?([eE]-?[0-9]{1,2})?")
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }

    /// Amounts of two currencies cannot be added.
    Optional<Bill> bill(LocalDate first, LocalDate last) {
        if (currencies.size() > 1) {
            return Optional.empty();
        }
        String currency = currencies.keySet().stream().findFirst().orElse("USD");
        List<Bill.Line> all = new ArrayList<>(lines.values());
        return Optional.of(new Bill(first, last, tag, currency, all));
    }
}
