package kiro.infer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The rules of Go's validator tags and of Rust's `validate` attributes.
final class TagRules {
    private static final Pattern CALL = Pattern.compile("(\\w+)(?:\\(([^)]*)\\))?");
    private static final Pattern BOUND = Pattern.compile("(min|max|equal)\\s*=\\s*([\\d._]+)");

    private TagRules() {}

    /// @param isText whether `min` and `max` speak of a length
    static List<String> breaches(String tag, boolean isText) {
        Map<String, String> parts = new HashMap<>();
        var breaches = new ArrayList<String>();
        for (String part : tag.split(",")) {
            String[] pair = part.split("=", 2);
            parts.put(pair[0].strip(), pair.length > 1 ? pair[1].strip() : "");
            Breach.named(pair[0].strip()).ifPresent(breaches::add);
        }
        String length = parts.getOrDefault("len", "");
        String min = first(parts, "min", "gte");
        String max = first(parts, "max", "lte");
        Optional<String> limits = isText ? Breach.length(min, max) : Breach.value(min, max);
        limits.ifPresent(breaches::add);
        Breach.length(length, length).ifPresent(breaches::add);
        String above = parts.getOrDefault("gt", "");
        if (!above.isEmpty()) {
            breaches.add("is not greater than `%s`".formatted(above));
        }
        String below = parts.getOrDefault("lt", "");
        if (!below.isEmpty()) {
            breaches.add("is not less than `%s`".formatted(below));
        }
        String choice = parts.getOrDefault("oneof", "");
        if (!choice.isEmpty()) {
            breaches.add(Breach.choice(choice));
        }
        return breaches;
    }

    private static String first(Map<String, String> parts, String one, String other) {
        return parts.containsKey(one) ? parts.get(one) : parts.getOrDefault(other, "");
    }

    static List<String> ofAttribute(String attribute) {
        var breaches = new ArrayList<String>();
        Matcher calls = CALL.matcher(attribute.replaceFirst("^#\\[validate\\(", ""));
        while (calls.find()) {
            String arguments = calls.group(2) == null ? "" : calls.group(2);
            switch (calls.group(1)) {
                case "length" ->
                        Breach.length(bound(arguments, "min"), bound(arguments, "max"))
                                .ifPresent(breaches::add);
                case "range" ->
                        Breach.value(bound(arguments, "min"), bound(arguments, "max"))
                                .ifPresent(breaches::add);
                default -> Breach.named(calls.group(1)).ifPresent(breaches::add);
            }
        }
        return breaches;
    }

    private static String bound(String arguments, String name) {
        Matcher bounds = BOUND.matcher(arguments);
        while (bounds.find()) {
            if (bounds.group(1).equals(name) || bounds.group(1).equals("equal")) {
                return bounds.group(2).replace("_", "");
            }
        }
        return "";
    }
}
