package kiro.spec.suggest;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kiro.spec.Spec;

/// A glance at a spec's bare words, which tells cheaply what it cannot be about. Most specs are about none of it, and
/// thousands of them are looked at in one run.
record FirstLook(String text, String lower) {
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private static final Map<SpecKind, List<String>> WORDS =
            new EnumMap<>(
                    Map.of(
                            SpecKind.JOB,
                            List.of(" job", "worker ", "consumer "),
                            SpecKind.MIGRATION,
                            List.of(
                                    "schema change:",
                                    "alter table",
                                    " migration",
                                    " column",
                                    "foreign key",
                                    " index",
                                    "backfill"),
                            SpecKind.INFRASTRUCTURE,
                            List.of("resource: ", " stack ", " terraform module "),
                            SpecKind.BUG_FIX,
                            List.of(
                                    "current behavio",
                                    "actual behavio",
                                    "root cause",
                                    "steps to reproduce"),
                            SpecKind.INTEGRATION,
                            List.of(
                                    "service: ",
                                    "calls: ",
                                    "integrat",
                                    "third-party",
                                    "external")));

    private static final List<String> PERSONAL =
            List.of(
                    "mail",
                    "phone",
                    "mobile",
                    "birth",
                    "postal",
                    "home addr",
                    "street",
                    "billing",
                    "shipping",
                    "card",
                    "iban",
                    "bank account",
                    "social security",
                    "ssn",
                    "passport",
                    "personal",
                    "pii",
                    "health data",
                    "password",
                    "passphrase");

    static FirstLook at(Spec spec) {
        String text = spec.document().text();
        return new FirstLook(text, text.toLowerCase(Locale.ROOT));
    }

    boolean mayBe(SpecKind kind) {
        return kind == SpecKind.REST
                ? METHODS.stream().anyMatch(text::contains)
                : WORDS.getOrDefault(kind, List.of()).stream().anyMatch(lower::contains);
    }

    boolean maySpeakOfPeople() {
        return PERSONAL.stream().anyMatch(lower::contains);
    }
}
