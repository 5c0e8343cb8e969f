package kiro.model.builtin.write;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Texts for stored objects whose property has a form of its own, known by its name: a database may hold no other.
final class UsualText {
    private static final Map<String, String> BY_LAST_WORD =
            Map.ofEntries(
                    Map.entry("currency", "EUR"),
                    Map.entry("country", "DE"),
                    Map.entry("language", "en"),
                    Map.entry("locale", "en"),
                    Map.entry("timezone", "Europe/Berlin"),
                    Map.entry("phone", "+4915112345678"),
                    Map.entry("iban", "DE89370400440532013000"),
                    Map.entry("zip", "12345"),
                    Map.entry("postcode", "12345"),
                    Map.entry("url", "https://example.com/some"),
                    Map.entry("website", "https://example.com/some"));

    private static final List<String> SAYS_NOTHING = List.of("code", "number");

    private UsualText() {}

    /// A text for a property of this name, such as `billingCurrency` or `currencyCode`.
    static String of(String property) {
        String words = Names.words(property);
        if (property.toLowerCase(Locale.ROOT).contains("email")) {
            return "someone@example.com";
        }
        List<String> each = List.of(words.split(" "));
        int last = each.size() - 1;
        String said =
                last > 0 && SAYS_NOTHING.contains(each.get(last))
                        ? each.get(last - 1)
                        : each.get(last);
        return BY_LAST_WORD.getOrDefault(said, "Some " + words);
    }
}
