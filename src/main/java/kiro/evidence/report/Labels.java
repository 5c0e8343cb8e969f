package kiro.evidence.report;

import java.util.Locale;
import java.util.Set;

/// Tells which of the properties that a test reports may name criteria.
final class Labels {
    private static final Set<String> KEYS =
            Set.of(
                    "criterion",
                    "criteria",
                    "covers",
                    "proves",
                    "requirement",
                    "requirements",
                    "svc",
                    "svcs",
                    "tag",
                    "tags",
                    "validates",
                    "verifies");

    private Labels() {}

    static boolean isLabel(String key) {
        return KEYS.contains(key.strip().toLowerCase(Locale.ROOT));
    }
}
